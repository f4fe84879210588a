// A sum of trees, against a walk that asks one node after another; and the shipped models, which must be well formed.
#include <galley/detail/boosted_trees.hpp>
#include <galley/rejoin.hpp>

#include "table.hpp"

#include <vector>

namespace {

using galley::detail::page::boosted_trees;
using galley::detail::page::clipped;

static_assert(clipped(-129) == -128 && clipped(-128) == -128 && clipped(0) == 0 && clipped(127) == 127 && clipped(128) == 127);

// One tree of two levels. Evidence 0 above 5: right; then evidence 1 above -3 on the left, above 100 on the right.
constexpr std::int8_t one_tree[] = {0, 5, 1, -3, 1, 100, 10, 20, 30, 40};
constexpr int score_of(std::int8_t first, std::int8_t second) {
    const std::int8_t evidence[] = {first, second};
    return boosted_trees<2>{one_tree, sizeof one_tree, 1000}.score(evidence);
}
static_assert(score_of(5, -3) == 1010 && score_of(5, -2) == 1020 && score_of(6, 100) == 1030 && score_of(6, 101) == 1040);
static_assert(score_of(-128, -128) == 1010 && score_of(127, 127) == 1040);
static_assert(boosted_trees<2>{one_tree, 0, -7}.score(one_tree) == -7, "no tree: the bias alone");

/// Node by node, level by level: the node to the left of `i` is 2i + 1, to the right 2i + 2.
int by_walking(const std::vector<std::int8_t>& bytes, int bias, int depth, const std::int8_t* evidence) {
    const std::size_t nodes = (std::size_t{1} << depth) - 1, tree_bytes = 3 * nodes + 1;
    int sum = bias;
    for (std::size_t tree = 0; tree < bytes.size(); tree += tree_bytes) {
        std::size_t node = 0;
        for (int level = 0; level < depth; ++level) {
            const bool right = evidence[bytes[tree + 2 * node]] > bytes[tree + 2 * node + 1];
            node = 2 * node + (right ? 2 : 1);
        }
        sum += bytes[tree + 2 * nodes + (node - nodes)];
    }
    return sum;
}

template <int Depth>
void check_random(samples::random& random) {
    constexpr std::size_t names = 20;
    const std::size_t trees = random.below(6);
    std::vector<std::int8_t> bytes;
    for (std::size_t tree = 0; tree < trees; ++tree) {
        for (unsigned node = 0; node < boosted_trees<Depth>::nodes; ++node) {
            bytes.push_back(static_cast<std::int8_t>(random.below(names)));
            bytes.push_back(static_cast<std::int8_t>(static_cast<int>(random.below(7)) - 3));
        }
        for (unsigned leaf = 0; leaf <= boosted_trees<Depth>::nodes; ++leaf) bytes.push_back(static_cast<std::int8_t>(static_cast<int>(random.below(256)) - 128));
    }
    REQUIRE(bytes.size() == trees * boosted_trees<Depth>::tree_bytes);
    std::int8_t evidence[names];
    for (std::int8_t& value : evidence) value = static_cast<std::int8_t>(static_cast<int>(random.below(9)) - 4);
    const boosted_trees<Depth> model{bytes.data(), bytes.size(), 17};
    REQUIRE(model.score(evidence) == by_walking(bytes, 17, Depth, evidence));
    REQUIRE(model.refined(-5, 1 << 20, evidence) == model.score(evidence) - 5);
    REQUIRE(model.count() == trees);
}

TEST_CASE("boosted trees: what is clear is not refined") {
    std::vector<std::int8_t> bytes;
    for (int tree = 0; tree < 100; ++tree) bytes.insert(bytes.end(), std::begin(one_tree), std::end(one_tree));
    const boosted_trees<2> model{bytes.data(), bytes.size(), 7};
    const std::int8_t evidence[] = {0, -3};  // 10 a tree
    CHECK(model.refined(0, 0, evidence) == 207);         // 20 trees, then 80 are left
    CHECK(model.refined(18, 0, evidence) == 225);        // 25 is a quarter of 100
    CHECK(model.refined(19, 0, evidence) == 26);
    CHECK(model.refined(-33, 0, evidence) == -26);
    CHECK(model.refined(-32, 0, evidence) == 175);
    CHECK(model.refined(0, 747, evidence) == 207);       // 207 is a quarter of 828
    CHECK(model.refined(0, 748, evidence) == 407);
    CHECK(model.refined(0, 1 << 20, evidence) == 1007);
}

TEST_CASE("boosted trees: random trees of every depth against a walk") {
    samples::random random(23);
    for (int round = 0; round < 300; ++round) {
        check_random<1>(random);
        check_random<2>(random);
        check_random<3>(random);
        check_random<4>(random);
        check_random<6>(random);
    }
}

template <int Depth>
void check_shipped(const boosted_trees<Depth>& model, int names) {
    REQUIRE(model.size > 0);
    REQUIRE(model.size % boosted_trees<Depth>::tree_bytes == 0);
    const std::vector<std::int8_t> bytes(model.bytes, model.bytes + model.size);
    for (std::size_t tree = 0; tree < model.size; tree += boosted_trees<Depth>::tree_bytes) {
        for (unsigned node = 0; node < boosted_trees<Depth>::nodes; ++node) {
            REQUIRE(model.bytes[tree + 2 * node] >= 0);
            REQUIRE(model.bytes[tree + 2 * node] < names);
        }
    }
    samples::random random(5);
    std::vector<std::int8_t> evidence(static_cast<std::size_t>(names));
    for (int round = 0; round < 20; ++round) {
        for (std::int8_t& value : evidence) value = static_cast<std::int8_t>(static_cast<int>(random.below(256)) - 128);
        REQUIRE(model.score(evidence.data()) == by_walking(bytes, model.bias, Depth, evidence.data()));
    }
}

TEST_CASE("boosted trees: the shipped models ask for evidence that there is") {
    using namespace galley::detail::page;
    check_shipped(first_model, ev_first_count);  // it decides before the rest is gathered
    check_shipped(second_model, evidence_count);
#if !GALLEY_MODEL_LITE
    check_shipped(third_model, evidence_count);
#endif
    check_shipped(joint_model, joint_evidence_count);
    check_shipped(hangul_model, hangul_evidence_count);
}

}  // namespace
