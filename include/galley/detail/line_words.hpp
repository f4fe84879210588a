// galley: the words that the look of a line is told by.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_WORDS_HPP
#define GALLEY_DETAIL_LINE_WORDS_HPP

#include <galley/config.hpp>
#include <galley/detail/text.hpp>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// What introduces a reporter; a line that holds little else is a byline.
inline constexpr word_list reporter_words = word_list(
    "本报记者|本報記者|本报通讯员|本報通訊員|本报特约|本报实习|本刊记者|本刊記者|本台记者|新华社记者|新華社記者|人民网记者|记者|記者|通讯员|通訊員|"
    "特约通讯员|实习记者|實習記者|实习生|特派记者|特派員|編集委員|文/|文／|图/|图／|图文/|撰文");
/// No byline ends so.
inline constexpr word_list report_ends = word_list("报道：|讯|电");
/// A name before, and it is a byline.
inline constexpr word_list reporter_ends = word_list("기자|특파원|記者|记者|報導|报道");
/// Whose work a text is, in books and in verse.
inline constexpr word_list author_words = word_list("作者：|作者:|译者：|譯者：|文：|著者：");
/// A paper's own report.
inline constexpr word_list own_datelines = word_list("本报讯|本報訊|本报电|本网讯|本網訊|本台讯|本刊讯|本报综合");
/// Who sends a dateline; 电 or 讯 ends it.
inline constexpr word_list agencies = word_list("新华社|新華社|中新社|中新网|中央社|本报|本報|据新华社|據新華社|央视|人民网|新华网|光明日报|经济日报");
/// Of these, 讯 or 电 may have gone to the next line.
inline constexpr word_list open_agencies = word_list("新华社|新華社|中新社|中央社|本报北京|本报上海");
inline constexpr word_list dateline_ends = word_list("电|電|讯|訊");
/// A dateline in brackets ends so.
inline constexpr word_list dateline_closings = word_list("电|電|讯|訊|报道|報道|报导|報導");
/// No dateline goes past them.
inline constexpr word_list dateline_stops = word_list("，|。|、|；|：|“|」|”");
/// Behind the number of an item.
inline constexpr word_list item_marks = word_list(".|)|）|、|．");
inline constexpr word_list closing_marks = word_list("）|)");
inline constexpr word_list section_openers = word_list("（|(|第");
inline constexpr word_list numerals = word_list("一|二|三|四|五|六|七|八|九|十|百|〇|零");
inline constexpr word_list section_marks = word_list("、|．");
/// Behind 第三.
inline constexpr word_list section_names = word_list("章|节|節|条|條|部分|编|編|回|卷");
inline constexpr word_list dash_marks = word_list("——|――|──|－－|--");
/// They go on from a number.
inline constexpr word_list sure_units = word_list("亿|億|억|%|％");
/// They do where the next list, or a mark, follows.
inline constexpr word_list unit_heads = word_list("万|萬|만|조|元|円|원");
inline constexpr word_list behind_units = word_list("元|円|원|美|人|亩|畝|吨|噸|户|戶|个|個|台|平|公|次|辆|輛|千|斤|只|株|以|左|多|余|餘");
inline constexpr word_list jump_openers = word_list("（下转|(下转|（下轉|(下轉");
inline constexpr word_list dots = word_list("..|……");
/// They lead to a page number.
inline constexpr word_list leaders = word_list("....|. . . |………|····");
inline constexpr word_list from_openers = word_list("（上接|(上接|【上接|▲上接|■上接|上接第|▶上接|Continued from");
/// Tail furniture.
inline constexpr word_list editor_words = word_list("责任编辑|責任編輯|责编|责任校对|来源：|编辑：|校对：|版式|美编|制图：|策划：");
inline constexpr word_list caption_words = word_list("图为|圖為|图：|圖：|图①|图②|图③|圖①|圖②|圖③|写真＝|写真は|사진=|/사진|Photo:|【写真");
inline constexpr word_list digit_marks = word_list(".|:|/|．|-|–|~|～|・");
inline constexpr word_list to_ends = word_list("에서 계속)|에 계속)|에 계속|面に続く");
inline constexpr word_list from_ends = word_list("에서 이어짐|から続く）|から続く");
inline constexpr word_list credit_ends = word_list("摄|攝|摄）|攝）|供图|供图）|供圖）|制图|制图）|发）|發）|摄/文|撮影）|撮影");
/// Behind them, : or = and a name: who took the picture.
inline constexpr word_list photo_words = word_list("Photo|Photos|Foto|사진|写真|图片来源|圖片來源");
/// A name follows them.
inline constexpr word_list titles = word_list("Mr.|Mrs.|Ms.|Messrs.|Dr.|Prof.|Capt.|Col.|Gen.|Lt.|Sgt.|Rev.|Hon.|Mme.|Mlle.");
/// A number follows them.
inline constexpr word_list counted = word_list("No.|Nos.|Nr.|Fig.|Figs.|Vol.|Sec.|Art.|Ch.|Eq.|pp.|p.");
/// The last names of addresses of the net.
inline constexpr word_list top_names = word_list("org|com|net|edu|gov|html|htm|php|pdf|txt|io");
/// They end a price.
inline constexpr word_list currencies = word_list("원|元|円|块|塊|€");
/// Words beside a page number.
inline constexpr word_list folio_words = word_list("第|共|页|頁|ページ|페이지|쪽|Page |page | of | von | sur |Seite |p. |P. |~|～|(|)|（|）|[|]");
/// No sentence ends with them.
inline constexpr word_list shortened = word_list("e.g.|i.e.|cf.|vs.|et al.|approx.|viz.|z.B.|z. B.|d.h.|d. h.|bzw.|p. ex.|c.-à-d.");
/// No line of words ends with them that is the last of its paragraph.
inline constexpr word_list particles = word_list(
    " the| of| and| or| to| in| for| with| a| an| at| by| from| as| der| die| das| des| dem| den| und| oder| von| vom| zu| zum| zur| mit| für| im| auf| aus| bei| ein| "
    "eine| einen| einem| einer| eines| dass| durch| über| le| la| les| de| du| et| ou| un| une| à| au| aux| en| pour| par| sur| dans| el| los| las| del| y| con| por| il| di| "
    "che| het| een| van| op| te");
inline constexpr word_list colons = word_list("：|:");

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_WORDS_HPP
