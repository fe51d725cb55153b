/// Never reads what it is asked.
#include <unistd.h>

int main() {
  for (;;) ::pause();
}
