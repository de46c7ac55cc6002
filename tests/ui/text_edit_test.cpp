#include "ui/editing/text_edit.h"

#include <gtest/gtest.h>

namespace aplomb::ui {
namespace {

using Move = TextEdit::Move;

TEST(TextEdit, MovesByCharactersNotBytes) {
  TextEdit edit("李a", 100);
  edit.move(Move::kLeft, false);
  EXPECT_EQ(edit.caret(), 3U);
  edit.move(Move::kLeft, false);
  EXPECT_EQ(edit.caret(), 0U);
  edit.move(Move::kLeft, false);
  EXPECT_EQ(edit.caret(), 0U);
}

TEST(TextEdit, KeepsAMarkWithItsLetter) {
  TextEdit edit("e\u0301", 100);
  edit.erase_before();
  EXPECT_EQ(edit.text(), "");
}

TEST(TextEdit, ReplacesTheSelection) {
  TextEdit edit("很生气", 100);
  edit.move(Move::kStart, false);
  edit.move(Move::kRight, true);
  EXPECT_EQ(edit.selected(), "很");
  edit.insert("不");
  EXPECT_EQ(edit.text(), "不生气");
  EXPECT_FALSE(edit.has_selection());
}

TEST(TextEdit, MovesOverWordsOfEitherScript) {
  TextEdit edit("Ms Li 很生气，走了", 100);
  edit.move(Move::kStart, false);
  edit.move(Move::kWordRight, false);
  EXPECT_EQ(edit.caret(), 3U);
  edit.move(Move::kWordRight, false);
  edit.move(Move::kWordRight, true);
  EXPECT_EQ(edit.selected(), "很生气");
  edit.move(Move::kEnd, false);
  edit.move(Move::kWordLeft, true);
  EXPECT_EQ(edit.selected(), "走了");
}

TEST(TextEdit, TakesNoMoreThanItHolds) {
  TextEdit edit("", 4);
  edit.insert("李女");
  EXPECT_EQ(edit.text(), "李");
  edit.insert("ab");
  EXPECT_EQ(edit.text(), "李a");
}

TEST(TextEdit, DropsControlsAndMalformedBytes) {
  TextEdit edit("", 100);
  edit.insert("a\x1b\tb\xff\nc");
  EXPECT_EQ(edit.text(), "ab\nc");
}

TEST(TextEdit, UndoesARunOfTypingAtOnce) {
  TextEdit edit("", 100);
  edit.insert("a");
  edit.insert("b");
  edit.move(Move::kStart, false);
  edit.insert("c");
  EXPECT_EQ(edit.text(), "cab");
  edit.undo();
  EXPECT_EQ(edit.text(), "ab");
  edit.undo();
  EXPECT_EQ(edit.text(), "");
  edit.redo();
  EXPECT_EQ(edit.text(), "ab");
  edit.undo();
  edit.undo();
  EXPECT_EQ(edit.text(), "");
}

TEST(TextEdit, ErasesAWord) {
  TextEdit edit("排队 forty minutes", 100);
  edit.erase_word_before();
  EXPECT_EQ(edit.text(), "排队 forty ");
  edit.select_all();
  edit.erase_after();
  EXPECT_EQ(edit.text(), "");
}

TEST(TextEdit, SelectsTheWordUnderThePointer) {
  TextEdit edit("at 3 o'clock", 100);
  edit.select_word(8);
  EXPECT_EQ(edit.selected(), "clock");
}

}  // namespace
}  // namespace aplomb::ui
