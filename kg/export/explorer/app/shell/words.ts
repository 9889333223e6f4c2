// What the page itself says, in its two languages. Names of classes and properties are the ontology's.
import type { Language } from "../data/types";
import type { Words } from "../view";

export const WORDS = {
  brand: { zh: "方志", en: "fangzhi" },
  search: { zh: "检索", en: "Search" },
  placeholder: { zh: "人名、地名、机构、产业、原句，可用拼音", en: "Names, words of sentences, pinyin" },
  found: { zh: "条结果", en: "results" },
  none: { zh: "没有找到", en: "Nothing found" },
  nothingHint: {
    zh: "试试简称、拼音（liuzhiwei）、拼音首字母（lzw），或用空格隔开的两个词。",
    en: "Try a short name, pinyin (liuzhiwei), its initials (lzw), or two words with a space.",
  },
  inSentences: { zh: "原句", en: "In sentences" },
  allKinds: { zh: "全部", en: "All" },
  allResults: { zh: "全部结果", en: "All results" },
  more: { zh: "再显示", en: "Show more" },
  left: { zh: "条", en: "left" },
  skip: { zh: "跳到正文", en: "Skip to content" },
  views: { zh: "视图", en: "Views" },
  language: { zh: "English", en: "中文" },
  dark: { zh: "深色", en: "Dark" },
  light: { zh: "浅色", en: "Light" },
  keys: { zh: "快捷键", en: "Keys" },
  singleKeys: { zh: "使用单个字符的快捷键", en: "Use keys of a single character" },
  close: { zh: "关闭", en: "Close" },
  documents: { zh: "份文档", en: "documents" },
  things: { zh: "个实体", en: "things" },
  events: { zh: "项活动", en: "events" },
  facts: { zh: "条事实", en: "facts" },
  dated: { zh: "文档日期", en: "dated" },
  aliases: { zh: "又称", en: "Also called" },
  copyLink: { zh: "复制链接", en: "Copy link" },
  linkNote: {
    zh: "对方也要有这个文件：把“#”后面的内容接在他那份文件的地址后面。",
    en: "Who gets it needs this file too: what stands behind # goes behind the address of theirs.",
  },
  linkMeans: {
    zh: "地址“#”后面记着您看到的一切，可以收藏或发给别人；从磁盘打开的文件，对方也要有它，把“#”后面的内容接在他那份文件的地址后面",
    en: "what stands behind # in the address is all that you see, to be kept or sent; of a file from disk who gets it needs the file too, and puts what stands behind # behind the address of theirs",
  },
  copyIri: { zh: "复制标识（IRI）", en: "Copy IRI" },
  copied: { zh: "已复制", en: "Copied" },
  page: { zh: "整页打开", en: "Full page" },
  graph: { zh: "关系图", en: "Graph" },
  evidence: { zh: "原文", en: "Evidence" },
  sentence: { zh: "看原句", en: "Show the sentence" },
  before: { zh: "上文", en: "What stands before" },
  after: { zh: "下文", en: "What stands after" },
  previous: { zh: "上一处", en: "Previous occurrence" },
  next: { zh: "下一处", en: "Next occurrence" },
  confidence: { zh: "可信度", en: "confidence" },
  offsets: { zh: "原文字符", en: "characters" },
  confidenceMeans: {
    zh: "这条事实被正确读出的可能性；多处陈述时取最可靠的一处",
    en: "how likely the fact is read right; of several sentences that of the surest",
  },
  offsetsMean: {
    zh: "原句在文档里从第几个字符到第几个字符，可据此在原文中找到它",
    en: "from which to which character of the document the sentence stands, so that it is found there",
  },
  number: { zh: "文档编号", en: "document number" },
  numberMeans: {
    zh: "文件名，“#”后是文件里的一篇，如 004#缙云县 是 004 号文件里写缙云县的一篇",
    en: "the name of the file, behind # an article of it: 004#缙云县 is the article on 缙云县 in file 004",
  },
  iriMeans: {
    zh: "一个实体在图里唯一不变的标识，形如网址，供查询和程序使用",
    en: "the one lasting identifier of a thing of the graph, like a web address, for queries and programs",
  },
  noDate: { zh: "日期不详", en: "no date" },
  noEvidence: { zh: "没有原句：来自区划登记", en: "No sentence: from the register of divisions" },
  sentences: { zh: "句入图", en: "sentences in the graph" },
  wholeText: {
    zh: "全文。蓝色的名字可以点开；句末的“≡”给出这一句的出处和链接。",
    en: "The whole text. Names in blue open what is said of them, ≡ behind a sentence leads to it alone.",
  },
  articles: { zh: "篇文章", en: "articles" },
  details: { zh: "详情", en: "Details" },
  unknown: { zh: "图中没有这个实体", en: "The graph has no such thing" },
  intro: {
    zh: "从文献里读出的人、地方、机构、产业、项目和数字。点名称看它的一切，点“≡”看原句；每条事实都有出处。",
    en: "People, places, bodies, industries, projects and figures read from documents. A name opens all that is said of it, ≡ the sentence: every fact has its source.",
  },
  start: { zh: "从这里开始", en: "Start here" },
  papers: { zh: "文档", en: "Documents" },
  colon: { zh: "：", en: ": " },
  and: { zh: "、", en: ", " },
  again: { zh: "重新打开", en: "Open again" },
  loading: { zh: "正在打开…", en: "Opening…" },
  mentions: { zh: "提到的句子", en: "Sentences that mention it" },
  outwards: { zh: "指向", en: "to" },
  inwards: { zh: "来自", en: "from" },
} as const satisfies Record<string, Words>;

export function languageOf(state: string): Language {
  return state === "en" ? "en" : "zh";
}
