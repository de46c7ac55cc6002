#include "records/errors.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "base/file_system.h"

namespace aplomb::records {

using base::Error;

Error foreign_error(std::string_view path) {
  return {"records.foreign",
          {fmt::format("“{}”是别的程序的数据库，不是从容的记录。", path),
           fmt::format("\"{}\" is another program's database, not Aplomb's records.", path)},
          {"这个文件没有动过。请用 --data 换一个文件夹。",
           "The file was left as it was. Choose another folder with --data."}};
}

Error not_database_error(std::string_view path) {
  return {
      "records.not_database",
      {fmt::format("“{}”不是数据库。", path), fmt::format("\"{}\" is not a database.", path)},
      {"这个文件没有动过。请把它移到别处，或用 --data 换一个文件夹。",
       "The file was left as it was. Move it elsewhere, or choose another folder with --data."}};
}

Error newer_error(std::string_view path, std::int64_t found, std::int64_t known) {
  return {
      "records.newer",
      {fmt::format("“{}”是更新版的从容写的（记录格式 {}，本程序只认识到 {}）。", path, found,
                   known),
       fmt::format("\"{}\" was written by a newer Aplomb (records format {}; this program knows "
                   "up to {}).",
                   path, found, known)},
      {"这个文件没有动过。请升级从容，或用 --data 换一个文件夹。",
       "The file was left as it was. Update Aplomb, or choose another folder with --data."}};
}

Error damaged_error(std::string_view path, std::string_view detail) {
  return {
      "records.damaged",
      {fmt::format("“{}”已损坏：{}。", path, detail),
       fmt::format("\"{}\" is damaged: {}.", path, detail)},
      {"请用备份替换它；没有备份就把它移到别处，从容会另建一份新的。",
       "Put a backup in its place; without one, move it elsewhere and Aplomb begins a new one."}};
}

Error read_only_error(std::string_view path) {
  return {"records.read_only",
          {fmt::format("“{}”只能读，不能写，练习无法保存。", path),
           fmt::format("\"{}\" can be read but not written, so nothing could be kept.", path)},
          {"请修改这个文件和它所在文件夹的权限，或用 --data 换一个文件夹。",
           "Change the permissions of the file and its folder, or choose another folder with "
           "--data."}};
}

Error busy_error(std::string_view path) {
  return {"records.busy",
          {fmt::format("另一个程序正在写“{}”，现在用不了。", path),
           fmt::format("Another program is writing to \"{}\"; it cannot be used right now.", path)},
          {"请稍等再试，或关掉另一个从容窗口。",
           "Try again in a moment, or close the other Aplomb window."}};
}

Error disk_full_error(std::string_view path) {
  return {"records.disk_full",
          {fmt::format("磁盘已满，“{}”没有写进去，已有的记录都还在。", path),
           fmt::format("The disk is full: nothing was added to \"{}\"; what it held is all there.",
                       path)},
          {"清出一些空间，再试一次。", "Free some space, then try again."}};
}

Error system_error(std::string_view path, std::string_view detail) {
  return {"records.failed",
          {fmt::format("无法使用“{}”：{}。", path, detail),
           fmt::format("Cannot use \"{}\": {}.", path, detail)},
          {"检查磁盘是否可用，再试一次。", "Check that the disk is available and try again."}};
}

Error file_error(int system_error, std::string_view path) {
  using base::FileFailure;
  const auto failure = [system_error] {
    switch (system_error) {
      case ENOENT:
        return FileFailure::kNotFound;
      case EEXIST:
        return FileFailure::kExists;
      case EISDIR:
        return FileFailure::kIsFolder;
      case ENOTDIR:
        return FileFailure::kIsNotFolder;
      case EACCES:
      case EPERM:
      case EROFS:
        return FileFailure::kNoPermission;
      case ENOSPC:
      case EDQUOT:
        return FileFailure::kDiskFull;
      default:
        return FileFailure::kFailed;
    }
  }();
  return base::file_error(failure, path, std::generic_category().message(system_error));
}

Error bad_text_error() {
  return {"records.bad_text",
          {"文字里有看不见的空字符，或者不是 UTF-8 编码。",
           "The text holds a NUL character or is not UTF-8."},
          {"请重新输入这段文字。", "Enter the text again."}};
}

Error name_empty_error() {
  return {"records.name_empty",
          {"名字是空的。", "The name is empty."},
          {"请至少写一个字。", "Write at least one character."}};
}

Error name_too_long_error(int limit) {
  return {"records.name_too_long",
          {fmt::format("名字超过了 {} 个字。", limit),
           fmt::format("The name has more than {} characters.", limit)},
          {"请写短一些。", "Choose a shorter one."}};
}

Error name_taken_error(std::string_view name) {
  return {
      "records.name_taken",
      {fmt::format("已经有人叫“{}”了。", name), fmt::format("There is already a \"{}\".", name)},
      {"请换一个名字，或在列表里选这个人。",
       "Choose another name, or pick that person from the list."}};
}

Error no_person_error(std::int64_t person) {
  return {"records.no_person",
          {fmt::format("记录里没有编号为 {} 的人。", person),
           fmt::format("Nobody here has the number {}.", person)},
          {"请从列表里选一个人。", "Choose somebody from the list."}};
}

Error no_attempt_error(std::int64_t attempt) {
  return {
      "records.no_attempt",
      {fmt::format("没有第 {} 次练习。", attempt), fmt::format("There is no attempt {}.", attempt)},
      {"用 aplomb attempts 查看有哪些练习。", "Run \"aplomb attempts\" to see which there are."}};
}

Error no_content_error(std::string_view hash) {
  return {"records.no_content",
          {fmt::format("没有保存哈希为 {} 的内容。", hash),
           fmt::format("No content with the hash {} is kept.", hash)},
          {"请在开始练习之前先保存它。", "Keep it before the attempt begins."}};
}

Error finished_error(std::int64_t attempt) {
  return {"records.finished",
          {fmt::format("第 {} 次练习已经结束，不能再改。", attempt),
           fmt::format("Attempt {} is finished and cannot be changed.", attempt)},
          {"请另开一次练习。", "Begin a new attempt."}};
}

Error moved_on_error(std::int64_t attempt) {
  return {"records.moved_on",
          {fmt::format("第 {} 次练习已在别处继续，这一步没有保存。", attempt),
           fmt::format("Attempt {} has gone on elsewhere; this step was not saved.", attempt)},
          {"请重新打开这次练习。", "Open the attempt again."}};
}

}  // namespace aplomb::records
