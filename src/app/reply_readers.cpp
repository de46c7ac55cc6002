#include "app/reply_readers.h"

#include "app/reading.h"

namespace aplomb::app {
namespace {

class ShippedReader : public ReplyReader {
 public:
  ShippedReader(std::shared_ptr<const language::Reader> reader,
                const scenario::Scenario& scenario)
      : reader_(std::move(reader)), book_(reader_->prepare(scenario)) {}

  [[nodiscard]] language::Reading read(std::string_view reply,
                                       const language::Context& context) const override {
    language::Context own = context;
    own.book = &book_;
    return reader_->read(reply, own);
  }

  [[nodiscard]] int closeness(std::string_view a, std::string_view b) const override {
    return reader_->closeness(a, b);
  }

 private:
  std::shared_ptr<const language::Reader> reader_;
  language::CaseBook book_;
};

}  // namespace

LoadReplyReaders shipped_readers(const base::FileSystem& files, std::string shared) {
  return [&files, shared = std::move(shared)]() -> base::Result<ReplyReaders> {
    auto reader = load_reader(files, shared);
    if (!reader) return base::failure(std::move(reader).error());
    return ReplyReaders([reader = *std::move(reader)](const scenario::Scenario& scenario)
                            -> std::shared_ptr<const ReplyReader> {
      return std::make_shared<ShippedReader>(reader, scenario);
    });
  };
}

}  // namespace aplomb::app
