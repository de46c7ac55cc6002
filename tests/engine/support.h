// The smallest scenario with a persona of one's choice, and what behaviours do to it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/replay.h"
#include "scenario/load.h"

namespace aplomb::engine {

std::string read_source(const std::string& path);

// A scenario's text, loaded; the test fails when it does not load.
std::shared_ptr<const scenario::Program> program_of(const std::string& name,
                                                    const std::string& text);

// assets/affect/standard.json.
const AffectModel& standard_model();

struct Persona {
  std::string kind = "angry";
  std::string temperament = "choleric";
  int heat = 70, trust = 50, clarity = 50, patience = 50;
  int pressure = 50;  // of the malicious
};

// tests/scenario/minimal.json with this customer (vent 50, respect 30, remedy 20).
std::shared_ptr<const Machine> machine_for(const Persona& persona);

// A customer who is shown things, one turn after the other.
class Subject {
 public:
  explicit Subject(const Persona& persona);

  // "restate:2 !calm_down": behaviours with their level, negatives with a !.
  void show(const std::string& tags);
  void show(std::vector<scenario::Tag> tags, std::uint32_t negatives = 0);

  [[nodiscard]] int meter(scenario::Meter meter) const { return state_.meter(meter); }
  // Since the last show().
  [[nodiscard]] int change(scenario::Meter meter) const {
    return state_.meter(meter) - before_.meter(meter);
  }
  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Machine& machine() const { return *machine_; }

 private:
  std::shared_ptr<const Machine> machine_;
  State state_;
  State before_;
};

inline const std::vector<std::string> kTemperaments{"choleric", "sanguine", "phlegmatic",
                                                    "melancholic"};

}  // namespace aplomb::engine
