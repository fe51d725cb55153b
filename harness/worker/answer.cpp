#include "worker/answer.hpp"

#include <exception>
#include <new>

#include "nn/error.hpp"

namespace gradus::worker {

using protocol::Reply;
using protocol::Status;

Reply answer(const protocol::Request& request) {
  try {
    return tell(request);
  } catch (const nn::NotStarted& e) {
    return {Status::kNotStarted, {}, e.slug()};
  } catch (const std::bad_alloc&) {
    return {Status::kOutOfMemory, {}, {}};
  } catch (const std::exception& e) {
    return {Status::kException, {}, e.what()};
  } catch (...) {
    return {Status::kException, {}, "an object that is not a std::exception"};
  }
}

}  // namespace gradus::worker
