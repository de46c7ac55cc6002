#include "language/adversarial/variants.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace aplomb::language {
namespace {

using base::Language;

constexpr std::array<std::string_view, 4> kKeywordsEn = {
    "sorry understand apologise feel because option today promise",
    "listen empathy summary question choice reason remedy follow-up",
    "sorry sorry sorry understand understand understand",
    "frustrated angry upset hurt worried ashamed ignored small"};
constexpr std::array<std::string_view, 4> kKeywordsZh = {
    "对不起 理解 抱歉 感受 因为 选择 今天 保证", "倾听 同理 总结 提问 选择 原因 补救 回访",
    "抱歉 抱歉 抱歉 理解 理解 理解", "生气 委屈 难受 着急 担心 丢脸 无奈"};
constexpr std::array<std::string_view, 3> kPaddingEn = {
    "As I said, that is how it is, and that is really all there is to it at this point in time.",
    "Well, you know, it is what it is, and one thing leads to another, as they say.",
    "That being said, and all things considered, there it is, for what it is worth."};
constexpr std::array<std::string_view, 3> kPaddingZh = {
    "就像前面所讲的那样，情况大体上就是这么个情况，别的也就没有什么了。",
    "嗯，怎么讲呢，反正事情差不多就是这个样子，一件接着一件的。",
    "话虽如此，总的看来，也就是这么一回事，仅此而已。"};
constexpr std::array<std::string_view, 3> kSarcasmEn = {"Oh, poor you! ", "Well done you, bravo. ",
                                                        "Oh great, cry me a river. "};
constexpr std::array<std::string_view, 3> kSarcasmZh = {"哟，您可真行啊。", "呵呵，您最有理。",
                                                        "佩服佩服，您可真金贵。"};

bool is_mark(char32_t c) {
  return (c < 0x80 && std::ispunct(static_cast<int>(c)) != 0 && c != '\'' && c != '%') ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFF1A ||
         c == 0xFF1B || c == 0xFF1F || (c >= 0x2010 && c <= 0x2027 && c != 0x2019);
}

// Marks become spaces in English and nothing in Chinese; those inside numbers stay.
std::string without_marks(const std::string& reply, Language language) {
  const std::u32string points = base::to_code_points(reply);
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool in_number = i > 0 && i + 1 < points.size() && points[i - 1] < 0x80 &&
                           points[i + 1] < 0x80 && std::isdigit(static_cast<int>(points[i - 1])) &&
                           std::isdigit(static_cast<int>(points[i + 1]));
    if (!is_mark(points[i]) || in_number) {
      base::append_utf8(out, points[i]);
    } else if (language == Language::kEn) {
      out += ' ';
    }
  }
  return out;
}

std::string full_width(const std::string& reply) {
  std::string out;
  for (const char32_t c : base::to_code_points(reply)) {
    base::append_utf8(out, c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
  }
  return out;
}

// The reply's own characters only: enough to show that script does not matter.
std::string traditional(const std::string& reply) {
  static constexpr std::u32string_view kFrom =
      U"这说为给对没个来时们会过还让请问题样办电话号码谢谢觉得听见开关经门边两万产业东习书买乱争亲"
      U"仅从价众优伤伪体余佣侠侧侨俭债倾偿储儿党兰兴养兽写军农冯冲决况冻净准减凤几凭击创删别剂剧劝"
      U"办务动劳势单卖卫厂厅历厉压厌县参双发变叙叶号叹听启员响唤园围图圆圣场坏块坚坛坝垦报壳处备够"
      U"头夹夺奋奖妇妈姗娱婶孙学宁宝实宠审宪宽宾寻导寿将尔尘尝层属岁岂岗岛";
  static constexpr std::u32string_view kTo =
      U"這說為給對沒個來時們會過還讓請問題樣辦電話號碼謝謝覺得聽見開關經門邊兩萬產業東習書買亂爭親"
      U"僅從價眾優傷偽體餘傭俠側僑儉債傾償儲兒黨蘭興養獸寫軍農馮沖決況凍淨準減鳳幾憑擊創刪別劑劇勸"
      U"辦務動勞勢單賣衛廠廳歷厲壓厭縣參雙發變敘葉號嘆聽啟員響喚園圍圖圓聖場壞塊堅壇壩墾報殼處備夠"
      U"頭夾奪奮獎婦媽姍娛嬸孫學寧寶實寵審憲寬賓尋導壽將爾塵嘗層屬歲豈崗島";
  std::string out;
  for (const char32_t c : base::to_code_points(reply)) {
    const auto at = kFrom.find(c);
    base::append_utf8(out, at == std::u32string_view::npos ? c : kTo[at]);
  }
  return out;
}

std::string upper(std::string reply) {
  for (char& c : reply) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return reply;
}

// After every seventh character, where nobody sees it.
std::string with_invisible(const std::string& reply) {
  std::string out;
  int count = 0;
  for (const char32_t c : base::to_code_points(reply)) {
    base::append_utf8(out, c);
    if (++count % 7 == 0) base::append_utf8(out, count % 2 == 0 ? 0x200B : 0x200F);
  }
  return out;
}

std::string straight_quotes(const std::string& reply) {
  std::string out;
  for (const char32_t c : base::to_code_points(reply)) {
    const bool single_quote = c == 0x2018 || c == 0x2019;
    base::append_utf8(out, single_quote ? U'\'' : c == 0x201C || c == 0x201D ? U'"' : c);
  }
  return out;
}

}  // namespace

std::vector<Variant> abuses(const std::string& reply, const std::string& heard, Language language,
                            int salt) {
  const bool zh = language == Language::kZh;
  const std::string gap = zh ? "" : " ";
  const auto pick = [salt](const auto& all) { return std::string(all[salt % all.size()]); };
  std::vector<Variant> all = {
      {"stuffing", reply + gap + pick(zh ? kKeywordsZh : kKeywordsEn)},
      {"padding", reply + gap + pick(zh ? kPaddingZh : kPaddingEn)},
      {"sarcasm", pick(zh ? kSarcasmZh : kSarcasmEn) + reply},
      {"punctuation", without_marks(reply, language)},
      {"mixed", reply + " " + pick(zh ? kKeywordsEn : kKeywordsZh)},
  };
  if (!heard.empty()) all.push_back({"parroting", reply + gap + heard});
  return all;
}

std::vector<Variant> same_replies(const std::string& reply, Language language) {
  std::vector<Variant> all = {{"full width", full_width(reply)},
                              {"invisible", with_invisible(reply)},
                              {"quotes", straight_quotes(reply)},
                              {"emoji", reply + " \xF0\x9F\x99\x8F"},
                              {"spaces", "  " + reply + " \n"}};
  if (language == Language::kZh) {
    all.push_back({"traditional", traditional(reply)});
  } else {
    all.push_back({"case", upper(reply)});
  }
  return all;
}

}  // namespace aplomb::language
