"""The furniture of newspaper pages, made up: bylines, datelines, captions, jump lines, dated heads, in five languages."""
NAMES = {'zh': ('王李张刘陈杨赵黄周吴徐孙', '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'), 'ja': (('山田', '佐藤', '鈴木', '高橋', '田中'), ('太郎', '花子', '健', '美咲')),
         'ko': ('김이박최정강조윤', ('민수', '지영', '현우', '서연')), 'en': (('Jane ', 'John ', 'Mary ', 'Peter '), ('Miller', 'Smith', 'Brown', 'Walker'))}
# {n} a name, {k} a small number, {m}, {d}, {y} a month, a day, a year
TEXTS = {
    'byline': {'zh-Hans': ('□ 本报记者 {n} {n}', '本报记者 {n} {n}', '□本报记者 {n} 通讯员 {n}', '■记者 {n} {n} 文/图'),
               'zh-Hant': ('記者{n}／台北報導', '【記者{n}／專題報導】', '本報記者 {n}'), 'ja': ('【{n}】', '（{n}）', '文・{n}', '{n}記者'),
               'ko': ('{n} 기자', '{n} 기자 news@example.com', '글·사진 {n}'), 'en': ('By {n}', 'By {n}, staff writer', 'BY {n}')},
    'dateline': {'zh-Hans': ('本报讯 ', '本报讯（记者 {n}）', '本报北京{m}月{d}日电 （记者{n}）', '新华社上海{m}月{d}日电 ', '据新华社电 '),
                 'zh-Hant': ('【本報訊】', '（中央社記者{n}台北{d}日電）', '【記者{n}／台中報導】'), 'ja': ('【ロンドン＝{n}】', '【ニューヨーク共同】', '（{n}）'),
                 'ko': ('[서울={n} 기자] ', '【부산】 ', '(서울=연합) '), 'en': ('LONDON — ', 'WASHINGTON (AP) — ', 'PARIS, May {d} — ')},
    'caption': {'zh-Hans': ('图为现场。', '图①：工人们正在施工。', '市民在公园里散步。 {n} 摄', '{n}摄影报道'), 'zh-Hant': ('▲圖為活動現場。（記者{n}攝）', '圖／{n}提供'),
                'ja': ('会場の様子＝{n}撮影', '写真は開会式'), 'ko': ('▲ 행사장 모습. {n} 기자', '사진={n}'), 'en': ('Photo: {n}', 'Visitors at the opening on Monday. Photo by {n}')},
    'jump': {'zh-Hans': ('（下转第{k}版）', '（上接第{k}版）'), 'zh-Hant': ('（下轉第{k}版）',), 'ja': ('（{k}面に続く）',), 'ko': ('▶{k}면에 계속',), 'en': ('Continued on page {k}',)},
    'head': {'zh-Hans': ('{y} 年 {m} 月 {d} 日 星期三 责任编辑 {n}', '{y}年{m}月{d}日 第{k}版', '要闻 A{k}'), 'zh-Hant': ('{y} 年 {m} 月 {d} 日 星期三', '{y}年{m}月{d}日 第{k}版'),
             'ja': ('{y}年{m}月{d}日　朝刊', '{y}年{m}月{d}日　社会　{k}'), 'ko': ('{y}년 {m}월 {d}일 수요일 A{k}',), 'en': ('The Morning Post, {d} May {y}', 'Page {k}')},
}


def made_up(what, language, chance):
    first, second = NAMES[language[:2]]

    def name():
        given = chance.choice((1, 2)) if language.startswith('zh') else 1
        return chance.choice(first) + ''.join(chance.choice(second) for _ in range(given))

    text = chance.choice(TEXTS[what][language])
    while '{n}' in text:
        text = text.replace('{n}', name(), 1)
    return text.format(k=chance.randint(2, 16), m=chance.randint(1, 12), d=chance.randint(1, 28), y=chance.randint(2001, 2025))
