// How anything that takes long tells how far it is, and how it is told to stop.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace aplomb::analysis {

struct Progress {
  std::uint64_t done = 0;
  std::uint64_t known_total = 0;  // 0: not known
  bool total_grows = false;       // known_total is what is known so far, and may become more
};

struct Watching {
  // Called now and then, from one thread at a time, never more than every few milliseconds of
  // work. May be empty.
  std::function<void(const Progress&)> report;
  // Set by anyone, such as a signal handler; what runs then ends soon, and says that its result is
  // a part. May be null.
  const std::atomic<bool>* stop = nullptr;

  [[nodiscard]] bool stopped() const {
    return stop != nullptr && stop->load(std::memory_order_relaxed);
  }
};

}  // namespace aplomb::analysis
