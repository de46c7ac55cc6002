#include "headless.h"

#include <imgui_internal.h>

#include <algorithm>
#include <iterator>
#include <utility>

// What ImGui calls when it is compiled with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, const ImRect& bb,
                                 const ImGuiLastItemData* /*item_data*/) {
  if (ctx->TestEngine == nullptr) return;
  static_cast<aplomb::ui::Headless*>(ctx->TestEngine)
      ->note_item(id, {bb.Min.x, bb.Min.y, bb.Max.x, bb.Max.y});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* ctx, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags /*flags*/) {
  if (ctx->TestEngine == nullptr || label == nullptr) return;
  static_cast<aplomb::ui::Headless*>(ctx->TestEngine)->note_name(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext* /*ctx*/, const char* /*fmt*/, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* /*context*/, ImGuiID /*id*/) {
  return nullptr;
}

namespace aplomb::ui {

namespace {

constexpr double kFrameSeconds = 1.0 / 60.0;

// Stands in for a graphics card that takes every texture.
void accept_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

Headless::Headless(float width, float height)
    : context_(ImGui::CreateContext()), size_{0, 0, width, height} {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImFont* font = io.Fonts->AddFontDefault();
  window_ = std::make_unique<TraineeWindow>(Typefaces{{font, font}, {font, font}});
  window_->record_texts(&texts_);
  context_->TestEngine = this;
  context_->TestEngineHookItems = true;
}

Headless::~Headless() {
  context_->TestEngine = nullptr;
  window_.reset();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void Headless::note_item(ImGuiID id, const Rect& area) { items_[id] = area; }

void Headless::note_name(ImGuiID id, std::string_view name) { names_[std::string(name)] = id; }

void Headless::draw_frame() {
  items_.clear();
  names_.clear();
  texts_.clear();
  seconds_ += kFrameSeconds;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {size_.width(), size_.height()};
  io.DeltaTime = static_cast<float>(kFrameSeconds);
  ImGui::NewFrame();
  FrameOutcome outcome = window_->draw(view_, size_, 1.0F, seconds_);
  ImGui::Render();
  accept_textures();
  next_frame_ = outcome.next_frame;
  std::move(outcome.commands.begin(), outcome.commands.end(), std::back_inserter(commands_));
}

void Headless::draw(const app::View& view, int count) {
  view_ = view;
  for (int i = 0; i < count; ++i)
    draw_frame();
}

bool Headless::has(std::string_view name) const { return names_.find(name) != names_.end(); }

Rect Headless::area_of(std::string_view name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) throw std::runtime_error("nothing is named " + std::string(name));
  return items_.at(found->second);
}

std::string Headless::focused() const {
  const auto found = std::find_if(names_.begin(), names_.end(), [&](const auto& entry) {
    return entry.second == context_->NavId;
  });
  return found == names_.end() ? std::string() : found->first;
}

float Headless::scroll_of(std::string_view part) const {
  const auto name = names_.find(part);
  for (const ImGuiWindow* window : context_->Windows) {
    if (name != names_.end() && window->ChildId == name->second) return window->Scroll.y;
  }
  throw std::runtime_error("nothing scrolls by the name of " + std::string(part));
}

bool Headless::shows(std::string_view words) const {
  return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) {
    return text.find(words) != std::string::npos;
  });
}

void Headless::click(std::string_view name) { click_at(area_of(name).center()); }

void Headless::click_at(Point at) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(at.x, at.y);
  draw_frame();
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  draw_frame();
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  draw_frame();
  draw_frame();
}

void Headless::press(ImGuiKey key, ImGuiKey modifier) {
  ImGuiIO& io = ImGui::GetIO();
  if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
  io.AddKeyEvent(key, true);
  draw_frame();
  draw_frame();
  io.AddKeyEvent(key, false);
  if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
  draw_frame();
  draw_frame();
}

void Headless::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  draw_frame();
  draw_frame();
}

std::vector<app::Command> Headless::take_commands() {
  return std::exchange(commands_, std::vector<app::Command>());
}

ImDrawData* Headless::drawn() const { return ImGui::GetDrawData(); }

}  // namespace aplomb::ui
