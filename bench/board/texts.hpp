// The texts that everything is measured on: torn Chinese, torn English, and both among numbers and other scripts.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_BENCH_BOARD_TEXTS_HPP
#define GALLEY_BENCH_BOARD_TEXTS_HPP

#include <string_view>

struct board_text {
    std::string_view name;
    std::string_view text;
};

inline constexpr board_text board_texts[] = {
    {"zh",
     "青河镇位于三江交汇处，全镇耕\n地面积八万多亩，其中水田占七成\n以上。近年来，当地坚持以水定\n产、以水兴业，新建泵站，疏浚河\n道，惠及沿线群众。\n"
     "“过去一到汛期就发愁，如今有\n了这套排灌系统，心里踏实多了。”\n种粮大户站在田埂上说。数字背\n\n后，是一场持续六年的攻坚。治水\n先治源，"
     "水从哪里来、流到哪里去，\n是摆在人们面前的第一道考题。\n傍晚六点，临江老街的灯笼次第\n亮起。卖糖画的师傅支起炉子，麦\n芽糖在铜勺里慢慢化开，"
     "香味引来\n一群放学的孩子。十年前，这条街\n只剩下七户人家，夜里黑得看不见\n路。转机来自一次普通的居民会，\n有人提议把空置的铺面租给手艺\n"
     "人，租金头三年减半。消息传开，\n做纸伞的、打银饰的、修钟表的陆\n续搬了进来，老街渐渐有了人气，\n也有了新的规矩。\n"},
    {"en",
     "The provincial water bureau said on Fri-\nday that the new pumping stations had cut\nflood losses by nearly two thirds, and that\n"
     "a well-known method of measuring soil mois-\nture would be tried in all townships be-\nfore the rains return. The method is well-\n"
     "known, but it has never been used on so\nmany fields at once.\n\n"
     "Farmers along the lower canal were less\ncertain. \"We have seen four plans in ten\nyears,\" said one of them, \"and each began\n"
     "with a meeting.\" The bureau answers that\nthis time the sluices are already built; what\nremains is to agree on who opens them, and\n"
     "when. A first trial, on 1,250 hectares of\npaddy, is to run until the end of October.\nIts cost is put at 3.4 million, a third of\n"
     "which the townships bear themselves.\n"},
    {"mixed",
     "截至5月底，河西片区已签约项目29个，\n到位资金17.36\n\n亿元，同比增长22.5%，其中新建项\n目11个、续建项目18个。\n平台使用AI算法对粮温、粮湿进行预测，\n"
     "预警准确率超过98%，仓容12万吨，API\nv2.1 已上线。The queue has 1,204 entries;\n3 of 5 are re-\ntried within 0.25 s. テストの結果は\n良好で、"
     "12件のうち9件が\n合格した。한국어 문서도 3만 5천 건이\n처리되었다. Цена — 1 250 руб., 約\n3割の値引き。▶新建水闸36座，完成投\n资1.28亿元\n▶恢复湿地4700亩\n"
     "Überprüfung am 6. Mai: 40 °C, ½ Liter,\nκόσμε. See https://example.org/a?b=1 (in\nEnglish).\n"},
};

#endif // GALLEY_BENCH_BOARD_TEXTS_HPP
