/** Traditional characters (first of each pair) that occur in headers and values, with their simplified form. */
const SIMPLIFIED = new Map(
  `亞亚 來来 係系 倉仓 個个 備备 傳传 僅仅 價价 償偿 優优 儲储 內内 冊册 凈净 別别 創创 劃划 動动 務务 區区 協协 員员 問问 啓启 啟启 單单 噴喷 嚴严 國国 圖图 團团 執执 報报 場场 壇坛
壓压 壞坏 實实 審审 寶宝 專专 對对 導导 屬属 師师 庫库 廠厂 廢废 後后 徑径 復复 態态 憑凭 應应 戶户 採采 換换 損损 撥拨 擊击 據据 擬拟 數数 斷断 時时 曆历 書书 會会 東东 條条 業业
極极 構构 標标 樣样 機机 檔档 檢检 檯台 櫃柜 歡欢 歷历 歸归 氣气 決决 沒没 況况 淨净 測测 準准 滿满 濟济 災灾 為为 無无 熱热 營营 爐炉 爲为 爾尔 狀状 現现 環环 產产 産产 畢毕 異异
當当 癥症 發发 盤盘 眾众 確确 碼码 種种 稱称 穩稳 箇个 節节 簡简 簽签 約约 紅红 級级 細细 終终 組组 結结 絕绝 絡络 給给 統统 絶绝 綁绑 經经 綫线 維维 網网 緊紧 線线 編编 緩缓 緻致
縣县 總总 續续 聯联 聽听 脫脱 臺台 與与 舊旧 舖铺 藝艺 蘇苏 處处 號号 術术 補补 裝装 製制 複复 見见 規规 視视 觀观 訂订 計计 記记 訪访 設设 訴诉 診诊 註注 証证 評评 詢询 試试 話话
詳详 認认 誤误 說说 説说 調调 請请 論论 諾诺 證证 識识 議议 讓让 負负 貨货 責责 買买 費费 貼贴 賠赔 賣卖 質质 購购 車车 軟软 較较 輕轻 輛辆 輸输 轉转 辦办 週周 進进 運运 過过 達达
遞递 遠远 遲迟 郵邮 釋释 銘铭 銷销 鋪铺 鋼钢 錄录 錯错 録录 錶表 鏈链 鑒鉴 長长 門门 閉闭 開开 間间 關关 際际 隨随 險险 隱隐 雜杂 離离 雲云 電电 響响 頁页 項项 預预 領领 頻频 題题
額额 類类 顧顾 饋馈 馬马 駁驳 驗验 體体 點点
變变 選选 凍冻 鎖锁 從从 適适 範范 圍围 殘残 還还 餘余 帳账 滯滞 併并 輔辅 貯贮 遷迁 頭头 齊齐 銹锈 剎刹
鑑鉴 階阶 獲获 權权 參参 紀纪 載载 覽览 閱阅 擔担 夾夹 徵征 幣币 稅税 職职 課课 樓楼 齡龄 歲岁 鐘钟 鄉乡 鎮镇 廣广 灣湾 陸陆 鐵铁 銅铜 鋁铝 紙纸 織织 燈灯 鬆松 聲声 壺壶 蓋盖 縫缝 鏽锈 縮缩
殼壳 膠胶 彈弹 纜缆 溫温 濕湿 濾滤 潔洁 燒烧 煙烟 觸触 緣缘 邊边 圓圆 顯显 堅坚 墊垫 嘗尝 滾滚 軸轴 輪轮 釘钉 鉤钩 銲焊 鍵键 鏡镜 閥阀 陣阵 風风 齒齿 鹽盐 賬账 贈赠 趨趋 跡迹 躍跃 輯辑 鄰邻 釐厘 隊队 靜静 韌韧 順顺 顏颜 飾饰 駐驻 鬥斗 鮮鲜 麗丽
発发 売卖 対对 応应 実实 価价 図图 単单 検检 処处 拠据 転转 関关 団团 営营 覧览 総总 続续 経经 継继 権权 様样`
    .split(/\s/)
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

const WORD = /\p{Script=Han}|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|(?:(?!\p{Script=Han})\p{Lo})+|\d+/gu;

/**
 * The form in which headers and values are compared: NFKC, lower case, simplified characters, without blanks, underscores,
 * hyphens, punctuation and currency signs. 客诉, 抱怨 and 客户投诉 become 投诉. Symbols that answer a question (√ ×) stay.
 */
export function fold(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Sc}\p{Sk}]/gu, '');
  return withStems(simplified(bare.normalize('NFKC')));
}

/**
 * The words of a header, folded: Latin words (camelCase cut), numbers, and each Chinese character by itself,
 * so that one phrase can be looked for inside another without matching "lot" in "plot".
 */
export function wordsOf(header: string): string[] {
  return (withStems(simplified(header.normalize('NFKC'))).match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** 客诉, 抱怨 and 投诉 are one stem, whoever complains. */
function withStems(text: string): string {
  return text.replace(/客诉|抱怨/g, '投诉').replace(/(?:客户|顾客|用户|消费者)+投诉/g, '投诉');
}

function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}
