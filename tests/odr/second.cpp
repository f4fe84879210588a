#include "unit.hpp"

odr::seen see_second() { return GALLEY_TESTS_ODR_SEEN; }
