#pragma once

namespace aplomb::platform {

// Milliseconds since this process was started by the system, loading of libraries included; the
// system tells the start to within 10 ms. Negative when it does not tell.
double process_age_ms();

}  // namespace aplomb::platform
