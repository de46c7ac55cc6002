#include "ui/screens/papers_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "i18n/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/text_field.h"

namespace aplomb::ui {

namespace {

using i18n::Key;

constexpr float kMargin = 20.0F;
constexpr int kParagraphLines = 3;

std::size_t offered_count(const app::ConversationView& view) {
  return static_cast<std::size_t>(
      std::count_if(view.documents.begin(), view.documents.end(),
                    [](const app::DocumentView& d) { return d.offered || d.read; }));
}

float draw_label(Canvas& canvas, Point at, float width, std::string_view label) {
  const TextStyle style = canvas.style(size::kQuiet);
  const float height = canvas.px(25.0F);
  canvas.line_in(Rect::at(at, width, height), label, style, canvas.theme().quiet);
  return height;
}

float draw_founded(Canvas& canvas, Point at, float width, const app::RecordFieldView& field) {
  constexpr std::array kFounded = {app::Founded::kFounded, app::Founded::kPartly,
                                   app::Founded::kUnfounded};
  std::array<std::string_view, kFounded.size()> names;
  std::transform(kFounded.begin(), kFounded.end(), names.begin(), [&](app::Founded founded) {
    return i18n::name("founded", scenario::id_of(founded), canvas.language());
  });
  const float height = field_height(canvas);
  const std::size_t now =
      field.founded ? static_cast<std::size_t>(*field.founded) : kFounded.size();
  const std::size_t chosen =
      segments(canvas, "record/founded", Rect::at(at, width, height), names, now);
  if (chosen != now) canvas.ask(app::command::SetRecordField{field.field, "", kFounded[chosen]});
  return height;
}

// The text field to go on in: the first empty one, or the first.
std::size_t next_to_write(std::span<const app::RecordFieldView> fields) {
  const auto is_text = [](const app::RecordFieldView& field) {
    return field.kind != app::RecordFieldKind::kFounded;
  };
  auto found = std::find_if(fields.begin(), fields.end(), [&](const app::RecordFieldView& field) {
    return is_text(field) && field.text.empty();
  });
  if (found == fields.end()) found = std::find_if(fields.begin(), fields.end(), is_text);
  return static_cast<std::size_t>(found - fields.begin());
}

float draw_text_field(Canvas& canvas, Point at, float width, const app::RecordFieldView& field,
                      bool take_focus) {
  const bool paragraph = field.kind == app::RecordFieldKind::kParagraph;
  const float height = field_height(canvas, paragraph ? kParagraphLines : 1);
  FieldOptions options;
  options.many_lines = paragraph;
  options.take_focus = take_focus;
  std::string text = field.text;
  const std::string name = "record/" + std::string(scenario::id_of(field.field));
  const FieldResult typed = text_field(canvas, name, Rect::at(at, width, height), text, options);
  if (typed.changed) {
    canvas.ask(app::command::SetRecordField{field.field, text, std::nullopt});
  } else if (typed.draft) {
    canvas.ask(app::command::KeepDraft{field.field, *typed.draft});
  }
  return height;
}

}  // namespace

void PapersPanel::draw(Canvas& canvas, const Rect& area, const app::ConversationView& view) {
  const Theme& theme = canvas.theme();
  Painter painter = canvas.painter();
  painter.fill_rect(area, theme.surface_low);
  painter.fill_rect({area.left, area.top, area.left + canvas.px(size::kHairline), area.bottom},
                    theme.line);
  Rect inside = area;
  inside.left += canvas.px(kMargin);
  inside.right -= canvas.px(kMargin);
  inside.take_top(canvas.px(14.0F));
  const std::string documents =
      i18n::format(Key::kPapersDocuments, canvas.language(), offered_count(view));
  const std::array all = {Tab{"papers/record", std::string(canvas.text(Key::kPapersRecord)), "R"},
                          Tab{"papers/documents", documents, "D"},
                          Tab{"papers/notes", std::string(canvas.text(Key::kPapersNotes)), "N"}};
  page_ = static_cast<Page>(
      tabs(canvas, inside.take_top(canvas.px(40.0F)), all, static_cast<std::size_t>(page_)));
  inside.take_top(canvas.px(8.0F));
  // The scroll bar lies in the margin.
  inside.right += canvas.px(10.0F);
  switch (page_) {
    case Page::kRecord:
      draw_record(canvas, inside, view);
      break;
    case Page::kDocuments:
      draw_documents(canvas, inside, view);
      break;
    case Page::kNotes:
      draw_notes(canvas, inside, view);
      break;
  }
  writes_next_ = false;
}

void PapersPanel::draw_record(Canvas& canvas, const Rect& area, const app::ConversationView& view) {
  ScrollArea scroll("record", area);
  Point at = scroll.origin();
  const float width = scroll.width();
  const std::size_t next = writes_next_ ? next_to_write(view.record) : view.record.size();
  for (std::size_t i = 0; i < view.record.size(); ++i) {
    const app::RecordFieldView& field = view.record[i];
    at.y += draw_label(canvas, at, width,
                       i18n::name("record", scenario::id_of(field.field), canvas.language()));
    at.y += field.kind == app::RecordFieldKind::kFounded
                ? draw_founded(canvas, at, width, field)
                : draw_text_field(canvas, at, width, field, i == next);
    at.y += canvas.px(7.0F);
  }
  scroll.set_content_height(at.y - scroll.origin().y + canvas.px(16.0F));
}

float PapersPanel::draw_document(Canvas& canvas, Point at, float width,
                                 const app::DocumentView& document) {
  const Theme& theme = canvas.theme();
  const float padding = canvas.px(15.0F);
  const TextStyle title = canvas.style(size::kSmall, Weight::kBold, 1.5F);
  const TextStyle body = canvas.style(size::kSmall, Weight::kRegular, 1.6F);
  const bool open = document.read && !folded_.contains(document.id);
  const float inner = width - 2 * padding;
  const float button_space = document.read ? canvas.px(20.0F) : canvas.px(96.0F);
  const float title_height = canvas.paragraph_height(inner - button_space, document.title, title);
  const float head_height = std::max(title_height + canvas.px(22.0F), canvas.px(44.0F));
  const float text_height =
      open ? canvas.paragraph_height(inner, document.text, body) + canvas.px(10.0F) : 0.0F;
  const Rect area = Rect::at(at, width, head_height + text_height + 2 * canvas.px(11.0F));
  if (document.read) {
    if (card_button(canvas, "document/" + document.id, area).pressed) {
      if (open) {
        folded_.insert(document.id);
      } else {
        folded_.erase(document.id);
      }
    }
  } else {
    card(canvas, area);
  }
  Point text = area.corner() + Point{padding, canvas.px(11.0F)};
  canvas.paragraph(text, inner - button_space, document.title, title,
                   document.offered || document.read ? theme.ink : theme.quiet);
  const std::string note = document.read ? std::string(canvas.text(Key::kPapersDocumentRead))
                                         : i18n::format(Key::kPapersDocumentMinutes,
                                                        canvas.language(), document.minutes);
  canvas.line({text.x, text.y + title_height}, note, canvas.style(size::kQuiet), theme.quiet,
              canvas.px(22.0F));
  if (document.offered && !document.read) {
    float x = area.right - padding;
    if (button_leftwards(canvas, "document/" + document.id, x, text.y + head_height / 2,
                         {canvas.text(Key::kPapersDocumentOpen), ""})) {
      canvas.ask(app::command::Consult{document.id});
    }
  }
  if (open) {
    text.y += head_height + canvas.px(6.0F);
    canvas.paragraph(text, inner, document.text, body, theme.ink);
  }
  return area.height();
}

void PapersPanel::draw_documents(Canvas& canvas, const Rect& area,
                                 const app::ConversationView& view) {
  ScrollArea scroll("documents", area);
  Point at = scroll.origin() + Point{0.0F, canvas.px(8.0F)};
  const TextStyle quiet = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  for (const app::DocumentView& document : view.documents) {
    if (!document.offered && !document.read) continue;
    at.y += draw_document(canvas, at, scroll.width(), document) + canvas.px(10.0F);
  }
  const bool none = offered_count(view) == 0;
  const std::string_view help =
      canvas.text(none ? Key::kPapersDocumentsNone : Key::kPapersDocumentsHelp);
  at.y += canvas.px(4.0F);
  at.y += canvas.paragraph(at, scroll.width(), help, quiet, canvas.theme().quiet);
  scroll.set_content_height(at.y - scroll.origin().y + canvas.px(16.0F));
}

void PapersPanel::draw_notes(Canvas& canvas, const Rect& area, const app::ConversationView& view) {
  Rect inside = area;
  inside.right -= canvas.px(10.0F);
  const TextStyle quiet = canvas.style(size::kQuiet, Weight::kRegular, 1.5F);
  inside.take_top(canvas.px(8.0F));
  const float help =
      canvas.paragraph(inside.corner(), inside.width(), canvas.text(Key::kPapersNotesHelp), quiet,
                       canvas.theme().quiet);
  inside.take_top(help + canvas.px(10.0F));
  inside.bottom -= canvas.px(20.0F);
  FieldOptions options;
  options.many_lines = true;
  options.hint = canvas.text(Key::kPapersNotesHint);
  options.max_bytes = 8000;
  options.take_focus = writes_next_;
  std::string text = view.notes;
  const FieldResult typed = text_field(canvas, "notes", inside, text, options);
  if (typed.changed) {
    canvas.ask(app::command::SetNotes{text});
  } else if (typed.draft) {
    canvas.ask(app::command::KeepDraft{std::nullopt, *typed.draft});
  }
}

}  // namespace aplomb::ui
