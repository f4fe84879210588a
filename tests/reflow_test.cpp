#include <galley/reflow.hpp>

#include "samples.hpp"
#include "table.hpp"

#include <string>
#include <vector>

namespace {

using galley::piece;
using galley::piece_kind;
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

// ---- Inputs that hold little or nothing

constexpr row degenerate[] = {
    {"", ""},
    {"\n", ""},
    {" \n\t\n\r\n\f", ""},
    {"\xEF\xBB\xBF", ""},
    {"a", "a\n"},
    {"中", "中\n"},
    {"a\n", "a\n"},
    {"\r\n\r\na\r\n", "a\n"},
    {"\xFF", "\uFFFD\n"},
    {"\xE4\xB8", "\uFFFD\n"},
    {"a\xE4\xB8z", "a\uFFFDz\n"},
    {"\xC0\x80", "\uFFFD\uFFFD\n"},
    {std::string_view("a\0b", 3), std::string_view("a\0b\n", 4)},
};

TEST_CASE("reflow: inputs that hold little or nothing") { CHECK_REFLOWED(degenerate); }

// ---- A1: hard wraps. Enough lines that the column shows.

constexpr std::string_view column_text =
    "河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n过去，谁也没有觉得有什么不同。\n";
constexpr std::string_view column_out =
    "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。\n";

constexpr row wraps[] = {
    {column_text, column_out},
    {"The river runs slowly round the old\ntown, and the stone steps on both of\nits banks are polished by the feet of\nthose who come for water.\n",
     "The river runs slowly round the old town, and the stone steps on both of its banks are polished by the feet of those who come for water.\n"},
    // Half-width marks: with a space behind them or without, as inside the lines.
    {"河水繞著老城緩緩流過,兩岸的石\n階被踩得發亮。清早,挑水的人來,\n洗菜的人也來,日子就這樣一天天,\n過去得不聲不響,誰也沒有在意。\n",
     "河水繞著老城緩緩流過,兩岸的石階被踩得發亮。清早,挑水的人來,洗菜的人也來,日子就這樣一天天,過去得不聲不響,誰也沒有在意。\n"},
    {"河水绕着老城缓缓流过, 两岸的石\n阶被踩得发亮, 清早挑水的人来了,\n洗菜的人也来, 日子就这样一天天,\n过去得不声不响, 谁也没有在意过。\n",
     "河水绕着老城缓缓流过, 两岸的石阶被踩得发亮, 清早挑水的人来了, 洗菜的人也来, 日子就这样一天天, 过去得不声不响, 谁也没有在意过。\n"},
};

TEST_CASE("reflow: hard wraps") { CHECK_REFLOWED(wraps); }

// ---- A2, A5, A12: a column break inside a sentence, a quotation, a number

constexpr row column_breaks[] = {
    {"河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n\n洗菜的人又来，日子就这样一天天\n过去，谁也没有觉得有什么不同。\n", column_out},
    {"老人说起这条街的往事，眼里满是\n笑意。他记得每一家店铺的招牌，\n也记得那句挂在茶馆门口的老话，\n\n“来的都是客”，一晃六十年过去\n了，招牌还在，茶也还是那个味。\n",
     "老人说起这条街的往事，眼里满是笑意。他记得每一家店铺的招牌，也记得那句挂在茶馆门口的老话，“来的都是客”，一晃六十年过去了，招牌还在，茶也还是那个味。\n"},
    {"今年前五个月，全县新建水渠达到\n三百里，开工项目达二十余个，累\n计到位资金43.36\n\n亿元，比上年同期增加一成，其中\n半数以上用在了最缺水的几个乡。\n",
     "今年前五个月，全县新建水渠达到三百里，开工项目达二十余个，累计到位资金43.36亿元，比上年同期增加一成，其中半数以上用在了最缺水的几个乡。\n"},
    {"The harvest came late that year, but\nwhen it came the barns could not hold\nit all, for the fields had given 1,\n250 sacks of barley to the village.\n",
     "The harvest came late that year, but when it came the barns could not hold it all, for the fields had given 1,250 sacks of barley to the village.\n"},
};

TEST_CASE("reflow: column breaks inside sentences, quotations and numbers") { CHECK_REFLOWED(column_breaks); }

// ---- A3, A4: double spacing; a lost indent

constexpr row paragraphs[] = {
    {"河水绕着老城缓缓流过，两岸的石\n\n阶被踩得发亮。清早挑水的人走了，\n\n洗菜的人又来，日子就这样一天天\n\n过去，谁也没有觉得有什么不同。\n\n集市还在老地方，只是卖的东\n\n西换了好几茬。从前卖油纸伞的铺\n\n子，如今摆满了各色手机壳。\n",
     "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。\n\n集市还在老地方，只是卖的东西换了好几茬。从前卖油纸伞的铺子，如今摆满了各色手机壳。\n"},
    {"河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n过去，谁也没有觉得有什么不同。\n集市还在老地方，只是卖的东\n西换了好几茬。从前卖油纸伞的铺\n子，如今摆满了各色手机壳，老板\n还是从前的老板。\n",
     "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。\n\n集市还在老地方，只是卖的东西换了好几茬。从前卖油纸伞的铺子，如今摆满了各色手机壳，老板还是从前的老板。\n"},
};

TEST_CASE("reflow: double spacing, and paragraphs whose indent was lost") { CHECK_REFLOWED(paragraphs); }

// ---- A7, A8, A14: bylines, datelines, items, an article inside a line

constexpr row blocks[] = {
    {"本报讯（记者 林晓帆）县里新修的\n水渠昨日通水，沿线八个村的稻田\n喝上了今年的头一道水，乡亲们都\n赶来看热闹。\n□本报记者 周远 文/图\n",
     "本报讯（记者 林晓帆）县里新修的水渠昨日通水，沿线八个村的稻田喝上了今年的头一道水，乡亲们都赶来看热闹。\n\n□本报记者 周远 文/图\n"},
    {"▶新建水闸36座，完成投资1.28亿\n元\n▶恢复湿地4700亩\n▶带动就业2300人\n", "▶新建水闸36座，完成投资1.28亿元\n\n▶恢复湿地4700亩\n\n▶带动就业2300人\n"},
    {"夜色渐浓，泵站的灯亮了。 本报讯（记者 何川）第三批观察员昨\n日上岗。\n", "夜色渐浓，泵站的灯亮了。\n\n本报讯（记者 何川）第三批观察员昨日上岗。\n"},
    {"台南市議會昨開議，市長就治水預算提出\n報告，指今年編列十二億元整治三爺溪。\n（中央社記者王敏台北8日電）颱風今天\n轉向，東部有雨。\n",
     "台南市議會昨開議，市長就治水預算提出報告，指今年編列十二億元整治三爺溪。\n\n（中央社記者王敏台北8日電）颱風今天轉向，東部有雨。\n"},
    {"시, 올해 120개 단지에 18억 투입\n[한밭=이서연 기자] 한밭시는 8일 노\n후 아파트의 승강기를 교체하는 비용\n을 지원한다고 밝혔다.\n",
     "시, 올해 120개 단지에 18억 투입\n\n[한밭=이서연 기자] 한밭시는 8일 노후 아파트의 승강기를 교체하는 비용을 지원한다고 밝혔다.\n"},
};

TEST_CASE("reflow: bylines, items, articles that start inside a line") { CHECK_REFLOWED(blocks); }

// ---- A9, A10, A11, A13, A17: inside the line

constexpr row lines[] = {
    {"构建矩阵构建矩阵\n", "构建矩阵\n"},
    {"““九通一平九通一平””筑牢筑牢\n", "“九通一平”筑牢\n"},
    {"高高兴兴，来来往往\n", "高高兴兴，来来往往\n"},
    {"干干净净整整齐齐\n", "干干净净整整齐齐\n"},
    {"“ 微 改 造 ”撬 动“ 大 民 生 ”\n", "“微改造”撬动“大民生”\n"},
    {"H E A D L I N E\n", "HEADLINE\n"},
    {"H E A D S\n", "HEADS\n"},
    {"a b c d\n", "a b c d\n"},
    {"张 明 李 华\n", "张 明 李 华\n"},
    {"two  spaces\tand a tab\n", "two spaces and a tab\n"},
    {"no\u00A0break and　wide\n", "no break and wide\n"},
    {"zero\u200Bwidth\uFEFF\n", "zerowidth\n"},
    {"e\uFB03cient \uFB01sh\n", "efficient fish\n"},
};

TEST_CASE("reflow: repairs inside a line") { CHECK_REFLOWED(lines); }

constexpr row digits[] = {
    {"6月17日至 6 月 20 日，2023年\n", "6月17日至6月20日，2023年\n"},   // now and then: layout did it
    {"从 6 月 17 日到 6 月 20 日止\n", "从 6 月 17 日到 6 月 20 日止\n"},   // always: the writer did it
    {"6月17日和6月18日　12月　表　1在此\n", "6月17日和6月18日 12月 表 1在此\n"},   // what is wider parts columns
};

TEST_CASE("reflow: spaces between Han and digits") { CHECK_REFLOWED(digits); }

TEST_CASE("reflow: full-width marks on request") {
    constexpr auto wide = [](std::string_view text) {
        reflow_options options;
        options.wide_punctuation = true;
        return reflowed(text, options);
    };
    static_assert(wide("会议指出,各方(包括来宾)都要努力;行吗?好!") == "会议指出，各方（包括来宾）都要努力；行吗？好！\n");
    CHECK(wide("到10:30时,1,234人用 a.b(c) 记下3.5吨") == "到10:30时,1,234人用 a.b(c) 记下3.5吨\n");
    CHECK(reflowed("会议指出,各方") == "会议指出,各方\n");
}

TEST_CASE("reflow: the hanging lines of list items") {
    constexpr row rows[] = {
        {"- keep the keys at home so that the\n  doors are open\n- tell nobody\n", "- keep the keys at home so that the doors are open\n\n- tell nobody\n"},
        {"10. a note that nothing here would\n    bother them.\n", "10. a note that nothing here would bother them.\n"},
        {"  • 带好钥匙\n    和证件\n", "• 带好钥匙和证件\n"},
        // a circled digit is a full em wide
        {"②ふたをあけます。ランプが\n　ともるまで待ってください。\n③水をいれます。\n", "②ふたをあけます。ランプがともるまで待ってください。\n\n③水をいれます。\n"},
        // a line of furniture is no item
        {"▶3면에서 이어짐\n　나루터는 올해도 문을 열지 않는다고\n한다.\n", "▶3면에서 이어짐\n\n나루터는 올해도 문을 열지 않는다고 한다.\n"},
    };
    CHECK_REFLOWED(rows);
}

TEST_CASE("reflow: a headline printed twice, one copy below the other") {
    constexpr row rows[] = {
        {"共建合作新平台\n共建合作新平台\n\n两国代表昨天在会上签署了合作协议。\n", "共建合作新平台\n\n两国代表昨天在会上签署了合作协议。\n"},
        {"▶新建项目\n▶新建项目\n", "▶新建项目\n\n▶新建项目\n"},  // items may say the same
        {"签名确认栏位\n\n签名确认栏位\n\n签名确认栏位\n", "签名确认栏位\n\n签名确认栏位\n\n签名确认栏位\n"},  // three are a form
    };
    CHECK_REFLOWED(rows);
    reflow_options keep;
    keep.doubled_text = false;
    CHECK(reflowed("共建合作新平台\n共建合作新平台\n", keep).view() != "共建合作新平台\n");
}

TEST_CASE("reflow: a page number or a dated head inside a sentence is set apart") {
    const std::string before = "河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n";
    const std::string after = "过去，谁也没有觉得有什么不同。老\n城的故事大多从这条河开始讲起。\n";
    const std::string healed = "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。老城的故事大多从这条河开始讲起。\n";
    for (const std::string head : {"12", "— 3 —", "2024年5月6日 星期一"}) {
        CHECK(reflowed(before + "\n" + head + "\n\n" + after).view() == healed + "\n" + head + "\n");
        CHECK(reflowed(before + "\n" + head + "\n\f" + after).view() == healed + "\n" + head + "\n");
        reflow_options keep;
        keep.running_heads = false;
        CHECK(reflowed(before + "\n" + head + "\n\n" + after, keep).view() != healed + "\n" + head + "\n");
    }
    // words at the edge of a page, and a page's foot with the next one's head; in mid-page they may be a title
    CHECK(reflowed(before + "\n老城纪事\n\f\n" + after).view() == healed + "\n老城纪事\n");
    CHECK(reflowed(before + "\n12\n\f老城纪事\n\n" + after).view() == healed + "\n12\n\n老城纪事\n");
    CHECK(reflowed(before + "\n老城纪事\n\n" + after).view().find("老城纪事") < healed.size() - 40);
    const std::string ferry = "the ferry came at last to the\nbank where we had been waiting since the morning, and the old\nman who held the rope looked at us as if he had never seen the\n";
    CHECK(reflowed(ferry + "\n12\n\fCHAPTER TWO\n\nlike of us before; he said nothing.\n").view().find("seen the like of us") != std::string_view::npos);
    // behind its own paragraph, and not one before
    const std::string first = "老城的北门外有一片很大的菜园子，\n种菜的人天不亮就起来浇水施肥了。\n\n";
    CHECK(reflowed(first + before + "\n— 3 —\n\n" + after).view().substr(0, 20) == (first + healed).substr(0, 20));
    CHECK(reflowed(first + before + "\n— 3 —\n\n" + after).view().find("— 3 —") > reflowed(first + before + "\n— 3 —\n\n" + after).view().find("什么不同"));
    // a title is no half of a sentence, and a named layout is obeyed
    const table::note titled = reflowed("河边纪事与其他老城故事\n\n1\n\n清早挑水的人走了，洗菜的人又来。\n");
    CHECK(titled.view().find("1") < titled.view().find("清早"));
    reflow_options blanks;
    blanks.layout = galley::page_layout::blank_separated;
    CHECK(reflowed(before + "\n12\n\n" + after, blanks).view().find("\n\n12\n\n") != std::string_view::npos);
    // at the end of a sentence it stays where it is
    const table::note stays = reflowed(before + "这样。\n\n12\n\n" + after);
    CHECK(stays.view().find("12") < stays.view().find("过去"));
}

TEST_CASE("reflow: radicals and compatibility ideographs on request") {
    constexpr auto plain = [](std::string_view text) {
        reflow_options options;
        options.han_forms = true;
        return reflowed(text, options);
    };
    CHECK(plain("⽂化⼤会在⾥斯本\n") == "文化大会在里斯本\n");
    CHECK(plain("\uF9DA馆⺠\n") == "栗馆民\n");
    CHECK(reflowed("⽂化\n") == "⽂化\n");
}

TEST_CASE("reflow: lines to leave out") {
    constexpr std::string_view page = "第一行到此为止。\n第二行读了两遍。\n第二行读了两遍。\n";
    const galley::text_span second{50, 74};
    REQUIRE(page.substr(second.begin, second.end - second.begin) == "第二行读了两遍。");
    reflow_options options;
    options.left_out = &second;
    options.left_out_count = 1;
    const std::string long_line = "Heading line here\n\n" + samples::repeat("other words ", 150);
    const galley::text_span part{19, 1043};
    reflow_options parts = options;
    parts.left_out = &part;
    std::string out;
    galley::reflow(long_line, [&](const piece& p) { out += p.text; }, parts);
    CHECK(out.substr(0, 19) == "Heading line here\n\n");
    CHECK((reflowed(page, options) == "第一行到此为止。\n\n第二行读了两遍。\n" || reflowed(page, options) == "第一行到此为止。第二行读了两遍。\n"));
}

// ---- A16: hyphens

constexpr row hyphens[] = {
    {"It was an unusually long exam-\nple of the kind, and nobody in the\nroom had seen another exam-\nple like it before that evening.\n",
     "It was an unusually long example of the kind, and nobody in the room had seen another example like it before that evening.\n"},
    {"die Vor- und Nachteile, die Vor-\nund Nachteile der ganzen Sache\n", "die Vor- und Nachteile, die Vor- und Nachteile der ganzen Sache\n"},
    {"soft\u00AD\nly spoken\n", "softly spoken\n"},
    {"between 1990-\n2000 it rained\n", "between 1990-2000 it rained\n"},
};

TEST_CASE("reflow: hyphens at line ends") { CHECK_REFLOWED(hyphens); }

// ---- Switches

struct switch_row {
    bool reflow_options::*repair;
    std::string_view text;
    std::string_view off;
};

const switch_row switches[] = {
    {&reflow_options::column_breaks, column_breaks[0].text,
     "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，\n\n洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。\n"},
    {&reflow_options::double_spacing, paragraphs[0].text,
     "河水绕着老城缓缓流过，两岸的石\n\n阶被踩得发亮。清早挑水的人走了，\n\n洗菜的人又来，日子就这样一天天\n\n过去，谁也没有觉得有什么不同。\n\n集市还在老地方，只是卖的东\n\n西换了好几茬。从前卖油纸伞的铺\n\n子，如今摆满了各色手机壳。\n"},
    {&reflow_options::lost_indents, paragraphs[1].text,
     "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有觉得有什么不同。集市还在老地方，只是卖的东西换了好几茬。从前卖油纸伞的铺子，如今摆满了各色手机壳，老板还是从前的老板。\n"},
    {&reflow_options::hanging_quotes, column_breaks[1].text,
     "老人说起这条街的往事，眼里满是笑意。他记得每一家店铺的招牌，也记得那句挂在茶馆门口的老话，\n\n“来的都是客”，一晃六十年过去了，招牌还在，茶也还是那个味。\n"},
    {&reflow_options::headlines, "我市全面推进河湖治理工作取得\n新成效\n\n本报讯（记者 林晓帆）县里新修的\n水渠昨日通水，沿线八个村的稻田\n喝上了今年的头一道水。\n",
     "我市全面推进河湖治理工作取得\n\n新成效\n\n本报讯（记者 林晓帆）县里新修的水渠昨日通水，沿线八个村的稻田喝上了今年的头一道水。\n"},
    {&reflow_options::bylines, "县里新修的水渠昨日通水，沿线八\n个村的稻田喝上了今年的头一道水\n□本报记者 周远\n",
     "县里新修的水渠昨日通水，沿线八个村的稻田喝上了今年的头一道水 □本报记者 周远\n"},
    {&reflow_options::lists, "▶新建水闸36座，完成投资1.28亿\n元\n▶恢复湿地4700亩\n", "▶新建水闸36座，完成投资1.28亿元▶恢复湿地4700亩\n"},
    {&reflow_options::torn_numbers, "今年前五个月，全县新建水渠达到\n三百里，开工项目达二十余个，累\n计到位资金43.36\n\n亿元，比上年同期增加一成多。\n",
     "今年前五个月，全县新建水渠达到三百里，开工项目达二十余个，累计到位资金43.36\n\n亿元，比上年同期增加一成多。\n"},
    {&reflow_options::doubled_text, "构建矩阵构建矩阵\n", "构建矩阵构建矩阵\n"},
    {&reflow_options::letter_spacing, "H E A D L I N E\n", "H E A D L I N E\n"},
    {&reflow_options::solid_spaces, "水渠 ，三百里长\n", "水渠 ，三百里长\n"},
    {&reflow_options::digit_spacing, digits[0].text, "6月17日至 6 月 20 日，2023年\n"},
    {&reflow_options::inline_articles, "夜色渐浓，泵站的灯亮了。 本报讯（记者 何川）昨日上岗。\n", "夜色渐浓，泵站的灯亮了。 本报讯（记者 何川）昨日上岗。\n"},
    {&reflow_options::hyphens, "soft\u00AD\nly spoken\n", "soft\u00AD ly spoken\n"},
    {&reflow_options::white_space, "two  spaces e\uFB03cient zero\u200Bwidth\n", "two  spaces e\uFB03cient zero\u200Bwidth\n"},
};

TEST_CASE("reflow: each repair has a switch") {
    CHECK(std::size(switches) == 15);
    for (const switch_row& r : switches) {
        CAPTURE(r.text);
        reflow_options options;
        CHECK(reflowed(r.text, options).view() != r.off);
        options.*r.repair = false;
        CHECK(reflowed(r.text, options) == r.off);
    }
}

TEST_CASE("reflow: numbers torn anywhere are whole") {
    CHECK(reflowed("今年全市粮食总产量达到1390\n8亿斤，创下历史新高，其中水稻\n占到七成以上，小麦占两成左右。\n") ==
          "今年全市粮食总产量达到13908亿斤，创下历史新高，其中水稻占到七成以上，小麦占两成左右。\n");
    CHECK(reflowed("The index of prices rose in the year by 4.\n1 percent, the bureau said on Monday in its\nreport on the state of trade.\n") ==
          "The index of prices rose in the year by 4.1 percent, the bureau said on Monday in its report on the state of trade.\n");
}

TEST_CASE("reflow: the blank lines of a letter stay") {
    CHECK(reflowed("Hi Bob,\n\nThanks for the note. See you.\n\nCheers,\nAnna\n") == "Hi Bob,\n\nThanks for the note. See you.\n\nCheers, Anna\n");
}

TEST_CASE("reflow: a line longer than the window is taken in parts that nobody sees") {
    std::size_t breaks = 0;
    for (const std::size_t window : {512U, 4096U, 1U << 20}) {
        reflow_options options;
        options.window_bytes = window;
        for (const std::string& line : {std::string(70000, 'a'), samples::repeat("ab ", 30000), samples::repeat("中", 30000), samples::repeat("中国 ", 9000), samples::repeat("한국 말 ", 9000)}) {
            std::string out;
            const auto result = galley::reflow(line + "\n", [&](const piece& p) { out += p.text; }, options, [&](const galley::break_report&) { ++breaks; });
            CHECK(out == line.substr(0, line.find_last_not_of(' ') + 1) + "\n");
            CHECK(result.lines == 1);
        }
    }
    CHECK(breaks == 0);
}

TEST_CASE("reflow: several articles that start inside one line") {
    CHECK(reflowed("国家建设的消息。 本报讯（记者 张三）今天通水。 本报讯（记者 李四）昨天通车。\n") ==
          "国家建设的消息。\n\n本报讯（记者 张三）今天通水。\n\n本报讯（记者 李四）昨天通车。\n");
}

TEST_CASE("reflow: named layouts") {
    reflow_options options;
    options.layout = galley::page_layout::line_per_paragraph;
    CHECK(reflowed("甲甲甲\n乙乙乙\n", options) == "甲甲甲\n\n乙乙乙\n");
    options.layout = galley::page_layout::blank_separated;
    CHECK(reflowed("甲甲甲。\n乙乙乙\n\n丙丙", options) == "甲甲甲。乙乙乙\n\n丙丙\n");
}

// ---- Pieces and reports

TEST_CASE("reflow: pieces say where they come from") {
    constexpr std::string_view text = "two  words\nof fi\uFB01sh\n";
    std::vector<piece> pieces;
    std::size_t end = 0;
    galley::reflow(text, [&](const piece& p) {
        CHECK(p.source >= end);
        CHECK(p.source + p.source_size <= text.size());
        end = p.source + p.source_size;
        if (p.kind == piece_kind::text) CHECK(text.substr(p.source, p.source_size) == p.text);
        if (p.kind == piece_kind::space) CHECK(p.text == " ");
        pieces.push_back(p);
    });
    REQUIRE(pieces.size() >= 6);
    CHECK(pieces.back().kind == piece_kind::paragraph);
}

TEST_CASE("reflow: the account, and what an observer is told") {
    std::size_t breaks = 0;
    std::string out;
    const auto result = galley::reflow(column_text, [&](const piece& p) { out += p.text; }, {}, [&](const galley::break_report& report) {
        ++breaks;
        CHECK(column_text[report.source] == '\n');
        CHECK(report.decision.action == galley::break_action::join);
        CHECK_FALSE(report.evidence[0].name.empty());
    });
    CHECK(breaks == 3);
    CHECK(out == column_out);
    CHECK(result.lines == 4);
    CHECK(result.joins == 3);
    CHECK(result.paragraphs == 1);
    CHECK(result.spaces == 0);
}

TEST_CASE("reflow: a lexicon that has read the text knows its compounds") {
    constexpr std::string_view text = "He paid with low-budget films, low-\nbudget films and nothing but low-budget\nfilms.\n";
    galley::bloom_lexicon<4096> words;
    std::string out;
    galley::reflow_with(words, text, [&](const piece& p) { out += p.text; });
    CHECK(out.find("low-budget films, low-budget films") != std::string::npos);
}

}  // namespace
