#include "scenario/expression.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace aplomb::scenario {
namespace {

constexpr std::size_t kMaxLength = 1000;
constexpr int kMaxNesting = 24;

enum class TokenKind : std::uint8_t { kName, kNumber, kSymbol, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;
  std::size_t at = 0;
};

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c) || c == '.'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) { advance(); }

  [[nodiscard]] const Token& now() const { return now_; }

  Token take() {
    const Token token = now_;
    advance();
    return token;
  }

  // Nothing more is read.
  void stop() {
    at_ = text_.size();
    now_ = {TokenKind::kEnd, {}, text_.size()};
  }

  bool take_if(std::string_view text) {
    if (now_.kind == TokenKind::kEnd || now_.text != text) return false;
    advance();
    return true;
  }

 private:
  void advance() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) {
      ++at_;
    }
    if (at_ >= text_.size()) {
      now_ = {TokenKind::kEnd, {}, text_.size()};
      return;
    }
    std::size_t end = at_ + 1;
    TokenKind kind = TokenKind::kSymbol;
    if (is_name_start(text_[at_])) {
      kind = TokenKind::kName;
      while (end < text_.size() && is_name_part(text_[end])) ++end;
    } else if (is_digit(text_[at_])) {
      kind = TokenKind::kNumber;
      while (end < text_.size() && is_digit(text_[end])) ++end;
    } else if (end < text_.size() && text_[end] == '=' &&
               std::string_view("=!<>+-").find(text_[at_]) != std::string_view::npos) {
      ++end;
    } else {
      end = at_ + base::decode_utf8(text_, at_).length;
    }
    now_ = {kind, text_.substr(at_, end - at_), at_};
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Token now_;
};

enum class TypeKind : std::uint8_t { kBool, kNumber, kEnum, kEnumValue };

struct Type {
  TypeKind kind = TypeKind::kBool;
  const List<Text>* values = nullptr;  // of an enum
};

std::string_view type_id(TypeKind kind) {
  constexpr std::array<std::string_view, 4> kIds{"bool", "number", "enum", "enum"};
  return kIds[static_cast<std::size_t>(kind)];
}

std::string joined(const List<Text>& words) {
  std::string result;
  for (const Text word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

struct Comparison {
  std::string_view symbol;
  Operation test;     // slot with constant
  Operation general;  // two values
};
constexpr std::array<Comparison, 6> kComparisons{{
    {"==", Operation::kTestEqual, Operation::kEqual},
    {"!=", Operation::kTestNotEqual, Operation::kNotEqual},
    {"<", Operation::kTestLess, Operation::kLess},
    {"<=", Operation::kTestLessEqual, Operation::kLessEqual},
    {">", Operation::kTestGreater, Operation::kGreater},
    {">=", Operation::kTestGreaterEqual, Operation::kGreaterEqual},
}};

// Recursive descent: or < and < not < comparison < sum < primary. The first problem is kept and
// ends the text for the lexer, so every rule above runs out by itself.
class Parser {
 public:
  Parser(std::string_view text, const Names& names, std::vector<Instruction>& code)
      : lexer_(text), names_(names), code_(code) {}

  std::optional<ExpressionProblem> condition() {
    const Type type = parse_or();
    if (lexer_.now().kind != TokenKind::kEnd) unexpected("and, or");
    require(type, TypeKind::kBool, 0);
    return std::move(problem_);
  }

 private:
  Type fail(std::string code, std::size_t at,
            std::vector<std::pair<std::string, std::string>> values) {
    if (!problem_) problem_ = {std::move(code), at, std::move(values)};
    lexer_.stop();
    return {};
  }

  Type unexpected(std::string_view expected) {
    return fail("S0501", lexer_.now().at,
                {{"found", std::string(lexer_.now().text)}, {"expected", std::string(expected)}});
  }

  void require(const Type& type, TypeKind kind, std::size_t at) {
    if (type.kind != kind) {
      fail("S0503", at,
           {{"left", std::string(type_id(kind))}, {"right", std::string(type_id(type.kind))}});
    }
  }

  void emit(Operation operation, Index index = 0, std::int32_t value = 0) {
    code_.push_back(
        {operation, static_cast<std::uint8_t>(index), static_cast<std::int16_t>(value)});
  }

  Type parse_or() {
    enter();
    const std::size_t at = lexer_.now().at;
    Type left = parse_and();
    while (lexer_.take_if("or")) {
      require(left, TypeKind::kBool, at);
      const std::size_t right_at = lexer_.now().at;
      require(parse_and(), TypeKind::kBool, right_at);
      emit(Operation::kOr);
    }
    --nesting_;
    return left;
  }

  Type parse_and() {
    const std::size_t at = lexer_.now().at;
    Type left = parse_not();
    while (lexer_.take_if("and")) {
      require(left, TypeKind::kBool, at);
      const std::size_t right_at = lexer_.now().at;
      require(parse_not(), TypeKind::kBool, right_at);
      emit(Operation::kAnd);
    }
    return left;
  }

  Type parse_not() {
    if (!lexer_.take_if("not")) return parse_comparison();
    enter();
    const std::size_t at = lexer_.now().at;
    const Type type = parse_not();
    require(type, TypeKind::kBool, at);
    emit(Operation::kNot);
    --nesting_;
    return type;
  }

  Type parse_comparison() {
    const std::size_t at = lexer_.now().at;
    const std::size_t start = code_.size();
    Type left = parse_sum();
    const auto* comparison = std::find_if(
        kComparisons.begin(), kComparisons.end(),
        [&](const Comparison& each) { return lexer_.now().text == each.symbol; });
    if (comparison == kComparisons.end()) {
      if (left.kind == TypeKind::kEnum) {
        return fail("S0503", at, {{"left", "bool"}, {"right", "enum"}});
      }
      return left;
    }
    const bool ordered = comparison->symbol != "==" && comparison->symbol != "!=";
    lexer_.take();
    const std::size_t right_at = lexer_.now().at;
    if (left.kind == TypeKind::kEnum) {
      if (ordered) return fail("S0503", at, {{"left", "number"}, {"right", "enum"}});
      emit(Operation::kConstant, 0, enum_value(*left.values));
    } else {
      const Type right = parse_sum();
      if (right.kind != left.kind || (ordered && left.kind != TypeKind::kNumber)) {
        fail("S0503", right_at,
             {{"left", std::string(type_id(left.kind))},
              {"right", std::string(type_id(right.kind))}});
      }
    }
    fuse(start, *comparison);
    return {TypeKind::kBool, nullptr};
  }

  // A slot compared with a constant is one instruction.
  void fuse(std::size_t start, const Comparison& comparison) {
    if (code_.size() == start + 2 && code_[start].operation == Operation::kSlot &&
        code_[start + 1].operation == Operation::kConstant) {
      const Index slot = code_[start].index;
      const std::int32_t value = code_[start + 1].value;
      code_.resize(start);
      emit(comparison.test, slot, value);
      return;
    }
    emit(comparison.general);
  }

  std::int32_t enum_value(const List<Text>& values) {
    const Token token = lexer_.take();
    const auto found = std::find(values.begin(), values.end(), token.text);
    if (found == values.end()) {
      fail("S0505", token.at, {{"value", std::string(token.text)}, {"known", joined(values)}});
      return 0;
    }
    return static_cast<std::int32_t>(found - values.begin());
  }

  Type parse_sum() {
    const std::size_t at = lexer_.now().at;
    const Type left = parse_primary();
    while (lexer_.now().text == "+" || lexer_.now().text == "-") {
      const bool add = lexer_.take().text == "+";
      require(left, TypeKind::kNumber, at);
      const std::size_t right_at = lexer_.now().at;
      require(parse_primary(), TypeKind::kNumber, right_at);
      emit(add ? Operation::kAdd : Operation::kSubtract);
    }
    return left;
  }

  Type parse_primary() {
    const Token token = lexer_.now();
    if (lexer_.take_if("(")) {
      const Type inner = parse_or();
      if (!lexer_.take_if(")")) return unexpected(")");
      return inner;
    }
    if (lexer_.take_if("-")) {
      const Token number = lexer_.take();
      if (number.kind != TokenKind::kNumber) {
        return fail("S0501", number.at, {{"found", std::string(number.text)}, {"expected", "0–9"}});
      }
      emit(Operation::kConstant, 0, -value_of(number));
      return {TypeKind::kNumber, nullptr};
    }
    if (token.kind == TokenKind::kNumber) {
      lexer_.take();
      emit(Operation::kConstant, 0, value_of(token));
      return {TypeKind::kNumber, nullptr};
    }
    if (token.kind != TokenKind::kName || token.text == "and" || token.text == "or") {
      return unexpected("");
    }
    lexer_.take();
    if (lexer_.now().text == "(") return parse_function(token);
    return parse_name(token);
  }

  Type parse_name(const Token& token) {
    if (token.text == "true" || token.text == "false") {
      emit(Operation::kConstant, 0, token.text == "true" ? 1 : 0);
      return {TypeKind::kBool, nullptr};
    }
    if (token.text == "vented") {
      emit(Operation::kTestGreaterEqual, kHeardSlot, names_.vent_need);
      return {TypeKind::kBool, nullptr};
    }
    if (token.text == "heard") {
      emit(Operation::kSlot, kHeardSlot);
      return {TypeKind::kNumber, nullptr};
    }
    if (token.text == "follow_up") {
      emit(Operation::kFollowUp);
      return {TypeKind::kBool, nullptr};
    }
    const auto found = names_.slots.find(std::string(token.text));
    if (found == names_.slots.end()) return unknown_name(token);
    const NamedSlot& slot = found->second;
    emit(Operation::kSlot, slot.slot);
    if (slot.type == VariableType::kBool) return {TypeKind::kBool, nullptr};
    if (slot.type == VariableType::kEnum) return {TypeKind::kEnum, slot.values};
    return {TypeKind::kNumber, nullptr};
  }

  Type unknown_name(const Token& token) {
    std::vector<std::string> known{"vented", "heard", "follow_up"};
    for (const auto& [name, slot] : names_.slots) known.push_back(name);
    std::sort(known.begin(), known.end());
    return fail("S0502", token.at,
                {{"name", std::string(token.text)}, {"suggestion", suggestion(token.text, known)}});
  }

  Type parse_function(const Token& name) {
    lexer_.take();
    const Token argument = lexer_.take();
    if (argument.kind != TokenKind::kName) return argument_problem(name, argument);
    if (!lexer_.take_if(")")) return unexpected(")");
    if (name.text == "knows") return bit(name, argument, names_.knows(argument.text));
    if (name.text == "used") return bit(name, argument, names_.used(argument.text));
    if (name.text == "read") return bit(name, argument, names_.read(argument.text));
    if (name.text == "visits") {
      const auto slot = names_.visits(argument.text);
      if (!slot) return argument_problem(name, argument);
      emit(Operation::kSlot, *slot);
      return {TypeKind::kNumber, nullptr};
    }
    if (name.text == "shown" || name.text == "level") return behaviour(name, argument);
    if (name.text == "negative") {
      if (!names_.typed) return fail("S0506", name.at, {{"name", "negative"}});
      const auto negative = from_id<Negative>(argument.text);
      if (!negative) return argument_problem(name, argument);
      emit(Operation::kNegative, static_cast<Index>(*negative));
      return {TypeKind::kBool, nullptr};
    }
    return fail("S0502", name.at,
         {{"name", std::string(name.text)},
          {"suggestion", suggestion(name.text, {"knows", "visits", "used", "shown", "read",
                                                "level", "negative"})}});
  }

  Type behaviour(const Token& name, const Token& argument) {
    const bool level = name.text == "level";
    if (level && !names_.typed) return fail("S0506", name.at, {{"name", "level"}});
    const auto found = from_id<Behaviour>(argument.text);
    if (!found) return argument_problem(name, argument);
    if (!level) names_.shown(*found);
    emit(level ? Operation::kLevel : Operation::kShown, static_cast<Index>(*found));
    return {level ? TypeKind::kNumber : TypeKind::kBool, nullptr};
  }

  Type bit(const Token& name, const Token& argument, std::optional<Index> index) {
    if (!index) return argument_problem(name, argument);
    emit(Operation::kBit, *index);
    return {TypeKind::kBool, nullptr};
  }

  Type argument_problem(const Token& name, const Token& argument) {
    std::vector<std::string> known;
    if (name.text == "shown" || name.text == "level") {
      const auto all = ids<Behaviour>();
      known.assign(all.begin(), all.end());
    } else if (name.text == "negative") {
      const auto all = ids<Negative>();
      known.assign(all.begin(), all.end());
    } else if (names_.candidates) {
      known = names_.candidates(name.text);
    }
    const std::string near = suggestion(argument.text, known);
    return fail("S0504", argument.at,
         {{"name", std::string(name.text)},
          {"found", std::string(argument.text)},
          {"expected", near},
          {"suggestion", near}});
  }

  std::int32_t value_of(const Token& token) {
    std::int32_t value = 0;
    const auto result =
        std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    if (result.ec != std::errc() || value > 30000) {
      fail("S0509", token.at, {{"value", std::string(token.text)}});
    }
    return value;
  }

  void enter() {
    if (++nesting_ > kMaxNesting) fail("S0510", lexer_.now().at, {});
  }

  Lexer lexer_;
  const Names& names_;
  std::vector<Instruction>& code_;
  std::optional<ExpressionProblem> problem_;
  int nesting_ = 0;
};

// How many values the code piles up at most.
int stack_need(const std::vector<Instruction>& code, std::size_t first) {
  int depth = 0;
  int most = 0;
  for (std::size_t i = first; i < code.size(); ++i) {
    const Operation operation = code[i].operation;
    const bool binary =
        (operation >= Operation::kEqual && operation <= Operation::kSubtract) ||
        operation == Operation::kAnd || operation == Operation::kOr;
    if (binary) {
      --depth;
    } else if (operation != Operation::kNot) {
      ++depth;
    }
    most = std::max(most, depth);
  }
  return most;
}

class EffectParser {
 public:
  EffectParser(std::string_view text, const Names& names) : lexer_(text), names_(names) {}

  std::variant<Effect, ExpressionProblem> parse() {
    const Token name = lexer_.take();
    if (name.kind != TokenKind::kName) return syntax(name, "name");
    if (name.text == "reveal") return parse_reveal();
    const auto found = names_.slots.find(std::string(name.text));
    if (found == names_.slots.end()) return not_assignable(name);
    const Token sign = lexer_.take();
    if (sign.text == "=") return parse_set(found->second);
    if (sign.text != "+=" && sign.text != "-=") return syntax(sign, "=, +=, -=");
    const NamedSlot& slot = found->second;
    if (slot.type != VariableType::kInt) {
      return ExpressionProblem{"S0503", name.at, {{"left", "number"}, {"right", "bool"}}};
    }
    const auto value = number();
    if (const auto* problem = std::get_if<ExpressionProblem>(&value)) return *problem;
    const int by = std::get<int>(value);
    if (slot.meter && by % 5 != 0) {
      return ExpressionProblem{"S0508", number_at_, {{"value", std::to_string(by)}}};
    }
    return finish(EffectKind::kAdd, slot.slot, sign.text == "+=" ? by : -by);
  }

 private:
  using Outcome = std::variant<Effect, ExpressionProblem>;

  static ExpressionProblem syntax(const Token& token, std::string expected) {
    return {"S0501",
            token.at,
            {{"found", std::string(token.text)}, {"expected", std::move(expected)}}};
  }

  Outcome not_assignable(const Token& name) const {
    std::vector<std::string> known;
    for (const auto& [id, slot] : names_.slots) known.push_back(id);
    std::sort(known.begin(), known.end());
    if (name.text == "heard" || name.text == "vented" || name.text == "follow_up") {
      return ExpressionProblem{"S0507", name.at, {{"name", std::string(name.text)}}};
    }
    return ExpressionProblem{
        "S0502",
        name.at,
        {{"name", std::string(name.text)}, {"suggestion", suggestion(name.text, known)}}};
  }

  Outcome parse_reveal() {
    if (!lexer_.take_if("(")) return syntax(lexer_.now(), "(");
    const Token key = lexer_.take();
    const auto bit = names_.knows(key.text);
    if (!bit) {
      return ExpressionProblem{
          "S0301",
          key.at,
          {{"id", std::string(key.text)},
           {"suggestion", suggestion(key.text, names_.candidates
                                                   ? names_.candidates("knows")
                                                   : std::vector<std::string>{})}}};
    }
    if (!lexer_.take_if(")")) return syntax(lexer_.now(), ")");
    return finish(EffectKind::kReveal, *bit, 1);
  }

  Outcome parse_set(const NamedSlot& slot) {
    if (slot.type == VariableType::kBool) {
      const Token value = lexer_.take();
      if (value.text != "true" && value.text != "false") return syntax(value, "true, false");
      return finish(EffectKind::kSet, slot.slot, value.text == "true" ? 1 : 0);
    }
    if (slot.type == VariableType::kEnum) {
      const Token value = lexer_.take();
      const auto found = std::find(slot.values->begin(), slot.values->end(), value.text);
      if (found == slot.values->end()) {
        return ExpressionProblem{
            "S0505",
            value.at,
            {{"value", std::string(value.text)}, {"known", joined(*slot.values)}}};
      }
      return finish(EffectKind::kSet, slot.slot, static_cast<int>(found - slot.values->begin()));
    }
    const auto value = number();
    if (const auto* problem = std::get_if<ExpressionProblem>(&value)) return *problem;
    const int to = std::get<int>(value);
    if (to < slot.min || to > slot.max) {
      return ExpressionProblem{"S0205",
                               number_at_,
                               {{"value", std::to_string(to)},
                                {"min", std::to_string(slot.min)},
                                {"max", std::to_string(slot.max)}}};
    }
    if (slot.meter && to % 5 != 0) {
      return ExpressionProblem{"S0508", number_at_, {{"value", std::to_string(to)}}};
    }
    return finish(EffectKind::kSet, slot.slot, to);
  }

  std::variant<int, ExpressionProblem> number() {
    const bool negative = lexer_.take_if("-");
    const Token token = lexer_.take();
    number_at_ = token.at;
    if (token.kind != TokenKind::kNumber) return syntax(token, "0–9");
    int value = 0;
    const auto result =
        std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    if (result.ec != std::errc() || value > 30000) {
      return ExpressionProblem{"S0509", token.at, {{"value", std::string(token.text)}}};
    }
    return negative ? -value : value;
  }

  Outcome finish(EffectKind kind, Index index, int value) {
    if (lexer_.now().kind != TokenKind::kEnd) return syntax(lexer_.now(), "");
    return Effect{kind, static_cast<std::uint8_t>(index), static_cast<std::int16_t>(value)};
  }

  Lexer lexer_;
  const Names& names_;
  std::size_t number_at_ = 0;
};

}  // namespace

std::variant<Condition, ExpressionProblem> compile_condition(std::string_view text,
                                                             const Names& names,
                                                             std::vector<Instruction>& code) {
  if (text.size() > kMaxLength) return ExpressionProblem{"S0510", kMaxLength, {}};
  const std::size_t first = code.size();
  if (auto problem = Parser(text, names, code).condition()) {
    code.resize(first);
    return std::move(*problem);
  }
  if (stack_need(code, first) > kMaxExpressionDepth) {
    code.resize(first);
    return ExpressionProblem{"S0510", 0, {}};
  }
  return Condition(first, code.size() - first);
}

std::variant<Effect, ExpressionProblem> compile_effect(std::string_view text, const Names& names) {
  if (text.size() > kMaxLength) return ExpressionProblem{"S0510", kMaxLength, {}};
  return EffectParser(text, names).parse();
}

std::string suggestion(std::string_view id, const std::vector<std::string>& candidates) {
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  const auto found = base::nearest(id, views);
  return found ? std::string(*found) : std::string();
}

}  // namespace aplomb::scenario
