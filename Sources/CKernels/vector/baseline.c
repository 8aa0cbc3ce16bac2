// Four lanes: what every processor of the family has.
#define LANES 4
#define TILE_ROWS 6
#define TABLE ck_baseline
#define LEVEL CK_BASELINE
#include "table.h"
