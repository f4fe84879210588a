// Mail, manuals, code, tables and verse: lines that are blocks whatever their widths say, and the layouts that can be named.
#include <galley/reflow.hpp>

#include "samples.hpp"
#include "table.hpp"

#include <string>

namespace {

using galley::page_layout;
using galley::piece;
using galley::reflow_options;

constexpr table::note reflowed(std::string_view text, const reflow_options& options = {}) {
    table::note out;
    galley::reflow(text, [&](const piece& p) { out << p.text; }, options);
    return out;
}

struct row {
    std::string_view text;
    std::string_view out;
};

constexpr table::note whole(const row& r) { return reflowed(r.text); }

#define CHECK_REFLOWED(rows)                                                              \
    static_assert(table::first_wrong(rows, whole, &row::out) == std::size(rows));         \
    for (const row& r : rows) {                                                           \
        const samples::exact_copy alone(r.text);                                          \
        CHECK(reflowed(alone.view()) == r.out);                                           \
    }

constexpr row quotations[] = {
    {"Anna wrote:\n> The bridge will be closed for the whole\n> of August, and the ferry will run twice\n> an hour in its place.\n\nThat is known.\n",
     "Anna wrote:\n\n> The bridge will be closed for the whole of August, and the ferry will run twice an hour in its place.\n\nThat is known.\n"},
    // an empty quoted line parts paragraphs; a deeper quotation is a block of its own
    {"> The bridge will be closed for the whole\n> of August.\n>\n> Who pays for the ferry that will run in\n> its place?\n",
     "> The bridge will be closed for the whole of August.\n\n> Who pays for the ferry that will run in its place?\n"},
    {"> > Who pays for the ferry that will run in\n> > its place?\n> The town, or so the county says, and that\n> is all we know.\n",
     ">> Who pays for the ferry that will run in its place?\n\n> The town, or so the county says, and that is all we know.\n"},
    {"> 桥在整个八月都不开放，渡船\n> 每个钟头多开两班。\n", "> 桥在整个八月都不开放，渡船每个钟头多开两班。\n"},
    // nothing but marks before the first line; white space behind them; no space behind them; from the third depth on
    {"Anna wrote:\n>\n> The bridge will be closed for the whole\n> of August.\n>\t\n> For good.\n", "Anna wrote:\n\n> The bridge will be closed for the whole of August.\n\n> For good.\n"},
    {"Anna wrote:\n>The bridge will be closed for the whole\n>of August, and the ferry will run.\n", "Anna wrote:\n\n> The bridge will be closed for the whole of August, and the ferry will run.\n"},
    {"> > > The bridge will be closed for the whole\n> > > of August.\n", ">>> The bridge will be closed for the whole of August.\n"},
    {"> Try this:\n>\n>     while (true) {\n>         int a = 1;\n>         wait(a);\n>     }\n", "> Try this:\n\n> while (true) {\n\n> int a = 1;\n\n> wait(a);\n\n> }\n"},
    // the answer below does not go on with the quotation
    {"> as we said last year:\n> - ask the harbour master about the ferry and\n  then we shall see what he says about it.\n", "> as we said last year:\n\n> - ask the harbour master about the ferry and\n\nthen we shall see what he says about it.\n"},
    // greater than
    {"It does so when the value that was read is\n> 5 degrees above the mean of the last days,\nand not otherwise, as we know by now.\n", "It does so when the value that was read is > 5 degrees above the mean of the last days, and not otherwise, as we know by now.\n"},
    // marks that quote nothing
    {">\n", ">\n"},
    {"> ", ">\n"},
    {">5 degrees\n", ">5 degrees\n"},
    {">>> print(1)\n", ">>> print(1)\n"},
    {"The ferry runs twice.\n\n>\n", "The ferry runs twice.\n\n>\n"},
};

TEST_CASE("quoting mail: the marks are a margin") {
    CHECK_REFLOWED(quotations);
    reflow_options keep;
    keep.mail_quotes = false;
    CHECK(reflowed("> one line of a letter that was\n> quoted and wrapped here.\n", keep) ==
          "> one line of a letter that was\n\n> quoted and wrapped here.\n");
}

TEST_CASE("quoting mail: each mark of the input is in the pieces once, or in a break") {
    const std::string text = "Anna wrote:\n>> so it is said by all who were\n>> there, and by others.\n>\n>   no\n\nYes.\n";
    std::size_t covered = 0;
    galley::reflow(text, [&](const piece& p) {
        CHECK(p.source == covered);
        covered = p.source + p.source_size;
    });
    CHECK(covered == text.size() - 1);  // the last line end stands for nothing
}

TEST_CASE("quoting mail: a named layout that joins across a quotation's edge keeps its marks") {
    reflow_options blanks;
    blanks.layout = page_layout::blank_separated;
    CHECK(reflowed("one\n> two\n> three\n", blanks) == "one > two three\n");
}

constexpr row tables[] = {
    {"Name        Number   Price\napples          12    3.50\npears            7    2.80\n", "Name Number Price\n\napples 12 3.50\n\npears 7 2.80\n"},
    {"地区\t产量\t增长\n河东\t12.5\t3.2%\n河西\t18.9\t4.1%\n", "地区 产量 增长\n\n河东 12.5 3.2%\n\n河西 18.9 4.1%\n"},
    // two cells in line, three times
    {"Find the ferry:    [ ]\nPay the toll:      [ ]\nCross the river:   [ ]\n", "Find the ferry: [ ]\n\nPay the toll: [ ]\n\nCross the river: [ ]\n"},
    // two spaces between cells
    {"姓名  职务  电话\n何小照  主任  555-0101\n周远  会计  555-0102\n", "姓名 职务 电话\n\n何小照 主任 555-0101\n\n周远 会计 555-0102\n"},
    {"root  20G  11G\nhome  200G  143G\nback up  9G  8G\n", "root 20G 11G\n\nhome 200G 143G\n\nback up 9G 8G\n"},
    // justified text
    {"The  mill  was put up in 1871 and\nat  one  time gave work to more\nthan  six  hundred people.\n", "The mill was put up in 1871 and at one time gave work to more than six hundred people.\n"},
};

constexpr row drawn[] = {
    {"The old mill\n------------\nIt stood by the river until the flood.\n", "The old mill\n\n------------\n\nIt stood by the river until the flood.\n"},
    {"name | age\n-----+----\nAnna | 12\n", "name | age\n\n-----+----\n\nAnna | 12\n"},
    {"桥边的老磨坊\n————————\n磨坊一直开到发大水的那一年。\n", "桥边的老磨坊\n\n————————\n\n磨坊一直开到发大水的那一年。\n"},
};

TEST_CASE("lines that are drawn are blocks") { CHECK_REFLOWED(drawn); }

TEST_CASE("rows of a table are blocks") {
    CHECK_REFLOWED(tables);
    reflow_options keep;
    keep.blocks = false;
    CHECK(reflowed("a    b    c\nd    e    f\n").view() == "a b c\n\nd e f\n");
    CHECK(reflowed("a    b    c\nd    e    f\n", keep).view() == "a b c d e f\n");
}

constexpr row indents[] = {
    // a signature at the right end, a heading in the middle
    {"     老周把船拴在柳树下，进屋去点灯。河面上起了雾，对岸的狗叫了两声，又\n"
     "不叫了。\n"
     "                                    ——一九六二年春\n"
     "                    第3节\n"
     "     第二天一早，雾散了。\n",
     "老周把船拴在柳树下，进屋去点灯。河面上起了雾，对岸的狗叫了两声，又不叫了。\n\n——一九六二年春\n\n第3节\n\n第二天一早，雾散了。\n"},
    // first lines keep their indent: a line that is short of both neighbours is a paragraph none the less
    {"     “那也好——我要说的就是，这说明他想着河，\n"
     "成天想的就是怎么过河，怎么打鱼。”\n"
     "     剩下的话，他得把它写下来。他写道：\n"
     "     我点亮了灯。我在灯光下看清船底——\n"
     "     在雾里待久了，油灯的一点亮光也好像十分明\n"
     "亮。他头一回好好地看一看这条船。\n",
     "“那也好——我要说的就是，这说明他想着河，成天想的就是怎么过河，怎么打鱼。”\n\n剩下的话，他得把它写下来。他写道：\n\n我点亮了灯。我在灯光下看清船底——\n\n在雾里待久了，油灯的一点亮光也好像十分明亮。他头一回好好地看一看这条船。\n"},
    // what hangs below a row's second cell goes on from it, and the next row begins
    {"       ex        以 Ex 模式 运行, 用 \":vi\" 命令 进入 正常\n"
     "                 模式, 也可以 加上 选项 再 进入.\n"
     "       view      以 只读模式 运行, 不能 写文件.\n",
     "ex 以 Ex 模式 运行, 用 \":vi\" 命令 进入 正常模式, 也可以 加上 选项 再 进入.\n\nview 以 只读模式 运行, 不能 写文件.\n"},
    // what hangs below items opens nothing
    {"       -a     Shows the boats at the landing, and those that were\n"
     "              there yesterday.\n"
     "       -b     Shows the boats that have left, and says where they\n"
     "              went.\n"
     "       -c     Shows nothing.\n",
     "-a Shows the boats at the landing, and those that were there yesterday.\n\n-b Shows the boats that have left, and says where they went.\n\n-c Shows nothing.\n"},
};

TEST_CASE("lines that stand apart and first lines with an indent part blocks") { CHECK_REFLOWED(indents); }

constexpr row speech[] = {
    // a line that is one quotation; one that is answered; what follows
    {"渡し守はふり返らずに川の向こうを見た。\n"
     "「今夜はもう渡れません」\n"
     "客は黙って荷物を下ろした。\n",
     "渡し守はふり返らずに川の向こうを見た。\n\n「今夜はもう渡れません」\n\n客は黙って荷物を下ろした。\n"},
    {"「それでは朝まで待たせてもらえますか」\n"
     "「どうぞ。火のそばなら、まだいくらか空\n"
     "いておりますから」\n"
     "客は礼を言って戸口をくぐった。\n",
     "「それでは朝まで待たせてもらえますか」\n\n「どうぞ。火のそばなら、まだいくらか空いておりますから」\n\n客は礼を言って戸口をくぐった。\n"},
    // of two lines
    {"客は黙って戸を閉めた。\n"
     "「それでは朝まで、この火のそばで待たせ\n"
     "てもらっても、構いませんでしょうか」\n"
     "「どうぞ」\n",
     "客は黙って戸を閉めた。\n\n「それでは朝まで、この火のそばで待たせてもらっても、構いませんでしょうか」\n\n「どうぞ」\n"},
    // the sentence goes on
    {"「寒い」と言う者もいたが、「渡れない」\n"
     "と言う者はなかった。川の名は\n"
     "「霧の中の渡し場」\n"
     "と呼ばれている。\n",
     "「寒い」と言う者もいたが、「渡れない」と言う者はなかった。川の名は「霧の中の渡し場」と呼ばれている。\n"},
    // words in quotation marks, each of which the sentence goes on from
    {"“一站式”服务、“一窗口”受理都受到群众欢迎，全县先后推出“马上办”“网上办”\n"
     "“就近办”“一次办”等便民措施，办事时间缩短了一半。\n",
     "“一站式”服务、“一窗口”受理都受到群众欢迎，全县先后推出“马上办”“网上办”“就近办”“一次办”等便民措施，办事时间缩短了一半。\n"},
    {"「子ども食堂」を運営する市民団体の代表は、国が進めている「脱炭素」\n"
     "社会の実現に疑問を投げかけた。\n",
     "「子ども食堂」を運営する市民団体の代表は、国が進めている「脱炭素」社会の実現に疑問を投げかけた。\n"},
    // a name in a narrow column
    {"市の議会が通した\n"
     "「渡し場のある町」\n"
     "計画は来年から。\n",
     "市の議会が通した「渡し場のある町」計画は来年から。\n"},
    // no stop inside
    {"“今天还过河吗，对岸有人在等我的”\n"
     "“风太大，船不出去了，明天再来。”\n",
     "“今天还过河吗，对岸有人在等我的”\n\n“风太大，船不出去了，明天再来。”\n"},
};

TEST_CASE("speech and its answer are blocks") { CHECK_REFLOWED(speech); }

constexpr row subtitles[] = {
    {"1\n00:00:01,200 --> 00:00:03,900\nThe ferry left an hour ago,\ndid you not hear it?\n\n2\n00:00:04,100 --> 00:00:06,000\nI did. Twice.\n",
     "1\n\n00:00:01,200 --> 00:00:03,900\n\nThe ferry left an hour ago, did you not hear it?\n\n2\n\n00:00:04,100 --> 00:00:06,000\n\nI did. Twice.\n"},
};

TEST_CASE("the times of subtitles are blocks") { CHECK_REFLOWED(subtitles); }

constexpr row code[] = {
    {"The program is this:\n\n    int main(void) {\n        return 0;\n    }\n\nand it does nothing.\n",
     "The program is this:\n\nint main(void) {\n\nreturn 0;\n\n}\n\nand it does nothing.\n"},
};

TEST_CASE("lines of code are blocks") {
    CHECK_REFLOWED(code);
    CHECK(reflowed("p {\n    top: 0;\n}\n") == "p {\n\ntop: 0;\n\n}\n");
    // marks of code in prose; prose with a margin; a paragraph's first line is indented too
    CHECK(reflowed("The primes below ten are {2, 3, 5, 7}\nand the next one of them is eleven.\n") == "The primes below ten are {2, 3, 5, 7} and the next one of them is eleven.\n");
    CHECK(reflowed("       Consider the patterns to be basic expressions;\n       this is the default, and nothing else was thought\n       of until late.\n") ==
          "Consider the patterns to be basic expressions; this is the default, and nothing else was thought of until late.\n");
    CHECK(reflowed("    The mill stood by the river until the flood of that year;\nit was never built again, and the wheel lies in the weeds.\n") ==
          "The mill stood by the river until the flood of that year; it was never built again, and the wheel lies in the weeds.\n");
}

constexpr row letters[] = {
    {"Dear Sir,\nI am writing to you because the parcel that you sent me in January\nhas never arrived at my house.\n\nYours sincerely,\nJane Doe\n--\nJane Doe\n12 Example Street\n",
     "Dear Sir,\n\nI am writing to you because the parcel that you sent me in January has never arrived at my house.\n\nYours sincerely,\n\nJane Doe\n\n--\n\nJane Doe\n\n12 Example Street\n"},
};

TEST_CASE("the formulas of a letter and its signature are blocks") {
    CHECK_REFLOWED(letters);
    // dashes under a title
    CHECK(reflowed("The ferry\n--\nIt runs twice an hour in the place of the bridge that is\nclosed for the whole of August.\n") ==
          "The ferry\n\n--\n\nIt runs twice an hour in the place of the bridge that is closed for the whole of August.\n");
}

constexpr row verse[] = {
    {"Slow turns the wheel beside the weir,\nThe miller sleeps, the moon is high;\nNo cart has passed this way all year,\nAnd still the river hurries by.\n",
     "Slow turns the wheel beside the weir,\n\nThe miller sleeps, the moon is high;\n\nNo cart has passed this way all year,\n\nAnd still the river hurries by.\n"},
    {"河边夜坐\n周远\n水响桥头月，风吹岸上灯。\n无人来问路，有犬吠归僧。\n小店门初闭，空舟缆未登。\n明朝何处去，山外雨层层。\n",
     "河边夜坐\n\n周远\n\n水响桥头月，风吹岸上灯。\n\n无人来问路，有犬吠归僧。\n\n小店门初闭，空舟缆未登。\n\n明朝何处去，山外雨层层。\n"},
};

TEST_CASE("lines of verse are blocks") {
    CHECK_REFLOWED(verse);
    // all in capitals; prose whose lines begin with capitals now and then
    CHECK(reflowed("THIS BRIDGE IS PROVIDED AS IT IS BY THE TOWN AND ITS MASONS,\nAND ANY PROMISE OF ITS FITNESS FOR CARTS AND FOR CARRIAGES,\nOF WHATEVER WEIGHT, IS DISCLAIMED. IN NO EVENT SHALL THE TOWN,\nHOWEVER CAUSED, BE LIABLE.\n") ==
          "THIS BRIDGE IS PROVIDED AS IT IS BY THE TOWN AND ITS MASONS, AND ANY PROMISE OF ITS FITNESS FOR CARTS AND FOR CARRIAGES, OF WHATEVER WEIGHT, IS DISCLAIMED. IN NO EVENT SHALL THE TOWN, HOWEVER CAUSED, BE LIABLE.\n");
    CHECK(reflowed("Slowly the wheel turns beside the weir and\nThomas the miller sleeps while the moon is\nhigh above the house and no cart has come\n") ==
          "Slowly the wheel turns beside the weir and Thomas the miller sleeps while the moon is high above the house and no cart has come\n");
}

constexpr row free_verse[] = {
    // one clause in five lines is none
    {"高举伟大的光辉旗帜\n以先进的思想为指导\n全面贯彻落实新精神\n为全面建设美好家园\n而团结起来努力奋斗\n", "高举伟大的光辉旗帜以先进的思想为指导全面贯彻落实新精神为全面建设美好家园而团结起来努力奋斗\n"},
    // lines of any length; the poet's name before them
    {"渡口\n□ 何照\n水把天空揉皱\n又慢慢抚平\n一只白鹭站着\n像忘了带走\n\n一把旧伞靠着门\n没有人来取\n雨只好自己\n把自己收起\n",
     "渡口\n\n□ 何照\n\n水把天空揉皱\n\n又慢慢抚平\n\n一只白鹭站着\n\n像忘了带走\n\n一把旧伞靠着门\n\n没有人来取\n\n雨只好自己\n\n把自己收起\n"},
    // in a page of body text
    {"像有人在里面轻轻地翻书，翻到一半又停\n下来，听一听外面的雨。\n水把天空揉成一封信\n没有写地址\n白鹭一步一步地走\n走到岸边\n只剩下一把伞\n还站着\n在水边\n",
     "像有人在里面轻轻地翻书，翻到一半又停下来，听一听外面的雨。\n\n水把天空揉成一封信\n\n没有写地址\n\n白鹭一步一步地走\n\n走到岸边\n\n只剩下一把伞\n\n还站着\n\n在水边\n"},
    // body text in a narrow column is none
    {"他在渡口等了一\n个下午船没有来\n只有风吹着岸边\n高高的芦苇响个\n不停像有人翻书\n",
     "他在渡口等了一个下午船没有来只有风吹着岸边高高的芦苇响个不停像有人翻书\n"},
};

TEST_CASE("free verse is blocks and bodies of narrow columns are none") { CHECK_REFLOWED(free_verse); }

constexpr row upright[] = {
    // each character stands on a line
    {"大\n橋\n長\n1\n2\n8\n公\n里\n，\n寬\n3\n0\n米\n，\n是\n全\n縣\n最\n長\n的\n橋\n。\n",
     "大橋長128公里，寬30米，是全縣最長的橋。\n"},
};

TEST_CASE("text that stands upright is joined over its figures") { CHECK_REFLOWED(upright); }

constexpr row credits[] = {
    // a dateline in a line of its own runs on
    {"青河大桥年底通车\n本报讯（记者 孙晓蕾）\n记者昨日从桥梁公司获\n悉，青河大桥已经完成\n全部试验，预计十二月\n二十八日开通。\n",
     "青河大桥年底通车\n\n本报讯（记者 孙晓蕾）记者昨日从桥梁公司获悉，青河大桥已经完成全部试验，预计十二月二十八日开通。\n"},
    // a writer's name in brackets
    {"島の学校に灯がともる\n（社会部　大野桜子）\n港の北にある小さな島の\n学校に、若い先生が戻っ\nてきた。十年前に閉じた\n教室を、春までに開くと\nいう。\n",
     "島の学校に灯がともる\n\n（社会部 大野桜子）\n\n港の北にある小さな島の学校に、若い先生が戻ってきた。十年前に閉じた教室を、春までに開くという。\n"},
    // who took the picture, behind the caption's sentence
    {"岸。船上的人下来，总要先喝一\n碗热茶，再往集市上去。\n图为黄家埠村民正在装运木料。\n罗振 摄\n",
     "岸。船上的人下来，总要先喝一碗热茶，再往集市上去。\n\n图为黄家埠村民正在装运木料。 罗振 摄\n"},
};

TEST_CASE("datelines writers and photographers") { CHECK_REFLOWED(credits); }

constexpr row numbers_in_rows[] = {
    // cells one space apart
    {"decided late on Tuesday after a long\ndebate that lasted almost five\nhours.\nYear Visitors Boats Crates\n2021 18,204 40,118 96\n2022 21,877 44,530 121\n2023 25,310 51,002 140\nThe ferry itself does not pay, as the mayor\nsaid in the meeting, and it never did.\n",
     "decided late on Tuesday after a long debate that lasted almost five hours.\n\nYear Visitors Boats Crates\n\n2021 18,204 40,118 96\n\n2022 21,877 44,530 121\n\n2023 25,310 51,002 140\n\nThe ferry itself does not pay, as the mayor said in the meeting, and it never did.\n"},
    // a number alone in a narrow column is none
    {"Ring us on\n020 7946 0958\nby six.\n", "Ring us on 020 7946 0958 by six.\n"},
    {"You can call us from nine to five at\n044 555 0177, or write to the office in\nthe harbour, next to the old customs house.\n",
     "You can call us from nine to five at 044 555 0177, or write to the office in the harbour, next to the old customs house.\n"},
};

TEST_CASE("rows of numbers are blocks") { CHECK_REFLOWED(numbers_in_rows); }

constexpr row titles[] = {
    // a subhead in title case
    {"the bridge was closed for the whole of\nAugust, and nobody knew who would pay\nfor the second ferry of the county.\nWho Will Pay?\nAbout half of the money is to come from\nthe county, and the town has to find the\nrest of it by the end of the next year.\n",
     "the bridge was closed for the whole of August, and nobody knew who would pay for the second ferry of the county.\n\nWho Will Pay?\n\nAbout half of the money is to come from the county, and the town has to find the rest of it by the end of the next year.\n"},
};

TEST_CASE("subheads in title case are blocks") { CHECK_REFLOWED(titles); }

constexpr row initials[] = {
    // a drop cap
    {"A New Bridge\nT\nhe bridge over the lower weir\nwas closed on Monday for the\nwhole of August, and the ferry will run\ntwice an hour in its place, as the mayor\nsaid after the long meeting of Tuesday.\n",
     "A New Bridge\n\nThe bridge over the lower weir was closed on Monday for the whole of August, and the ferry will run twice an hour in its place, as the mayor said after the long meeting of Tuesday.\n"},
    // in Chinese
    {"渡口的春天\n清\n晨六点钟，渡口的小店就开\n了门，老板把炉子搬到门\n外，一边烧水，一边等第一班船靠\n岸。船上的人下来，总要先喝一碗\n热茶，再往集市上去。\n",
     "渡口的春天\n\n清晨六点钟，渡口的小店就开了门，老板把炉子搬到门外，一边烧水，一边等第一班船靠岸。船上的人下来，总要先喝一碗热茶，再往集市上去。\n"},
};

TEST_CASE("a drop cap opens its paragraph") { CHECK_REFLOWED(initials); }

constexpr row bylines[] = {
    // names go on on the next line
    {"青河两岸三年改造旧渡口\n一百零六个\n本报记者 周远 通讯员\n何家照\n清晨七点，青河镇柳荫里渡\n口的凉亭里已经坐满了人。六\n十八岁的退休教师一边择菜，\n一边同邻居说起今年的变化。\n",
     "青河两岸三年改造旧渡口一百零六个\n\n本报记者 周远 通讯员 何家照\n\n清晨七点，青河镇柳荫里渡口的凉亭里已经坐满了人。六十八岁的退休教师一边择菜，一边同邻居说起今年的变化。\n"},
};

TEST_CASE("the names of a byline go on") { CHECK_REFLOWED(bylines); }

constexpr row closers[] = {
    // a closing mark alone
    {"“今年的水比去年大，桥修好了，心\n里就踏实。\n”\n桥头的小店也开了门，从早到晚都\n有人坐着喝茶，说的都是桥，还有\n桥那边的人。\n",
     "“今年的水比去年大，桥修好了，心里就踏实。”\n\n桥头的小店也开了门，从早到晚都有人坐着喝茶，说的都是桥，还有桥那边的人。\n"},
};

TEST_CASE("a closing mark that was cut off ends its paragraph") { CHECK_REFLOWED(closers); }

constexpr row degrees[] = {
    // 摄 is no credit behind a number
    {"明天白天多云转阴，西南风三到四级，气温17摄\n氏度左右，夜里有小雨，请带好雨具出门。\n",
     "明天白天多云转阴，西南风三到四级，气温17摄氏度左右，夜里有小雨，请带好雨具出门。\n"},
};

TEST_CASE("degrees are no credit") { CHECK_REFLOWED(degrees); }

TEST_CASE("an option of a command that is cut behind its dashes is whole, among East Asian text") {
    CHECK(reflowed("要看装了什么，可以用命令 list --\nall 来查，也可以写成 list -\na，两种写法是一样的。\n") ==
          "要看装了什么，可以用命令 list --all 来查，也可以写成 list -a，两种写法是一样的。\n");
    // no options
    CHECK(reflowed("渡口今年停航的日子是3月1日 -\n3月5日，以后的日子照旧开船。\n").view().find("1日 - 3月") != std::string_view::npos);
    // a dash between clauses
    CHECK(reflowed("He came to the river at last -- it was late and the ferry --\nif there was one -- had gone, and he sat down on the stones --\nthere was nobody else.\n") ==
          "He came to the river at last -- it was late and the ferry -- if there was one -- had gone, and he sat down on the stones -- there was nobody else.\n");
}

TEST_CASE("shapes of lines: who took the picture, capitals, authors") {
    using namespace galley::detail::page;
    const auto shape = [](std::string_view line) { return facts_of(line).shape; };
    CHECK((shape("The old mill at dusk. Photo: Jane Doe") & shape_credit) != 0);
    CHECK((shape("강가의 오래된 방앗간 /사진=홍길동") & shape_credit) != 0);
    CHECK((shape("He said: nothing of the sort") & shape_credit) == 0);
    CHECK((shape("LONDON, June 3 (Own report)") & shape_capitals) != 0);
    CHECK((shape("NOTE The ferry does not run") & shape_capitals) != 0);
    CHECK((shape("It is late, and A NEW day comes") & shape_capitals) == 0);
    CHECK((shape("NATO") & shape_capitals) == 0);
    CHECK((shape("作者：周远") & shape_byline) != 0);
    CHECK((shape("作者说，书里写的都是真事，没有一句是编出来的") & shape_byline) == 0);
}

constexpr std::string_view letter =
    "The ferry runs in the place of the bridge\nthat is closed.\n- ask the harbour master\n- find the contract\n\nThat\nis\nall.\n";

TEST_CASE("named layouts do what they say and nothing else") {
    const auto as = [](page_layout layout, std::string_view text) {
        reflow_options options;
        options.layout = layout;
        return reflowed(text, options);
    };
    CHECK(as(page_layout::hard_wrapped, letter) ==
          "The ferry runs in the place of the bridge that is closed.\n\n- ask the harbour master\n\n- find the contract\n\nThat is all.\n");
    CHECK(as(page_layout::blank_separated, letter) ==
          "The ferry runs in the place of the bridge that is closed. - ask the harbour master - find the contract\n\nThat is all.\n");
    constexpr std::string_view book = "  　　清早挑水的人走了，洗菜的\n  人又来。\n\n  日子就这样过去。\n  　　市集还在。\n";
    CHECK(as(page_layout::indented, book) == "清早挑水的人走了，洗菜的人又来。日子就这样过去。\n\n市集还在。\n");
    CHECK(as(page_layout::indented, "　　“今天去了哪里？”\n　　“去了河边。”\n　　“看见什么？”\n") == "“今天去了哪里？”\n\n“去了河边。”\n\n“看见什么？”\n");
    CHECK(as(page_layout::line_per_paragraph, "清早挑水的人走了，\n洗菜的人又来。\n") == "清早挑水的人走了，\n\n洗菜的人又来。\n");
}

}  // namespace
