// Pages as extraction leaves them, for the tests of the pipeline.
#ifndef GALLEY_TESTS_PAGES_HPP
#define GALLEY_TESTS_PAGES_HPP

#include <string_view>

namespace pages {

inline constexpr std::string_view newspaper =
    "青河湾畔稻花香\n——临江市推进水乡振兴见闻\n\n□本报记者 周远\n\n初夏时节，走进临江市青河镇，\n连片的稻田与新修的水渠相映成趣。\n“过去一到汛期就发愁，如今有了这\n\n"
    "套排灌系统，心里踏实多了。”种粮\n大户顾长明站在田埂上说。\n\n青河镇位于三江交汇处，全镇耕\n地面积8.6万亩，其中水田占七成以\n上。近年来，累计投入资金43.75\n\n亿元，新建泵站127座。\n"
    "治水先治源治水先治源\n\n“ 微 改 造 ”撬 动“ 大 民 生 ”\n\n▶新建水闸36座，完成投资1.28亿\n元\n▶恢复湿地4700亩\n（下转第三版）\n";

inline constexpr std::string_view column_ko =
    "시장 골목의 오래된 책방은 아\n침마다 같은 시간에 문을 열었\n다. 주인은 먼지를 털고 의자를\n내놓은 다음 첫 손님을 기다렸\n다.\n그날의 첫 손님은 우산을 든 학\n생이었다. 학생은 두꺼운 사전\n을 찾고 있다고 말했다.\n";

inline constexpr std::string_view book_ja =
    "　港の朝は早い。まだ暗いうちに\n船が戻り、籠いっぱいの魚が岸壁\nに並べられる。値を付ける声が響\nき、やがて静かになる。\n　老人はいつも同じ柱にもたれて\nいた。船を降りて二十年になるが、\n海の匂いからは離れられないのだ\nという。\n";

inline constexpr std::string_view mail_en =
    "On Tuesday the committee wrote:\n> The bridge will be closed for the whole\n> of August, and the ferry will run twice\n> an hour in its place.\n>\n>  > So they say\n\nThat is well-known by now. What we do not\nknow is who pays for the ferry: the coun-\nty says the town, the town says the coun-\nty.\n\n"
    "  * ask the harbour master\n  * find last year's contract, which must\n    be somewhere in the archive\n\n-- \nM. Larsson\n";

inline constexpr std::string_view double_spaced =
    "河水繞著老城緩緩流過，兩岸的石\r\n\r\n階被踩得發亮。清早挑水的人走了，\r\n\r\n洗菜的人又來，日子就這樣一天天\r\n\r\n過去。\r\n\r\n　　市集還在老地方，只是賣的東\r\n\r\n西換了好幾輪。\r\n\f\r\n12\r\n";

inline constexpr std::string_view damaged =
    "\xEF\xBB\xBF\xE4\xB8 broken \xFF\xC0\x80\n\xE4\xB8\xAD\xED\xA0\x80\xE6\x96\x87\n\t\xC2\xA0 tab\x0B\x0Cnext\xC2\x85" "e\xEF\xAC\x81\xE2\x80\xA8l\xE2\x80\xA9p\xF0\x9F\x98";

inline constexpr std::string_view all[] = {newspaper, column_ko, book_ja, mail_en, double_spaced, damaged};

}  // namespace pages

#endif // GALLEY_TESTS_PAGES_HPP
