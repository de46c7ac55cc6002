// The shipped content.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "app/playing.h"
#include "base/file_system.h"
#include "support/temporary_folder.h"

namespace aplomb::app {

const std::string& shared_folder();
const Standard& standard();
std::shared_ptr<const Story> shipped(const std::string& id);

}  // namespace aplomb::app
