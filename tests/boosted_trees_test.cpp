// A sum of trees, against a walk that asks one node after another; and the shipped models, which must be well formed.
#include <galley/detail/boosted_trees.hpp>
#include <galley/rejoin.hpp>

#include "table.hpp"

#include <vector>

namespace {

using galley::detail::page::boosted_trees;
using galley::detail::page::tree_evidence;
using galley::detail::page::turn_trees;
using galley::detail::page::turned_trees;

// One tree of two levels. Evidence 0 above 5: right; then evidence 1 above -3 on the left, above 100 on the right.
constexpr std::int8_t one_tree[] = {0, 5, 1, -3, 1, 100, 10, 20, 30, 40};
constexpr turned_trees<2, sizeof one_tree> one_turned(one_tree);
constexpr int score_of(int first, int second) {
    tree_evidence<2> evidence;
    evidence.put(0, first);
    evidence.put(1, second);
    return boosted_trees<2>{one_turned.bytes, sizeof one_turned.bytes, 1000}.score(evidence.data());
}
static_assert(score_of(5, -3) == 1010 && score_of(5, -2) == 1020 && score_of(6, 100) == 1030 && score_of(6, 101) == 1040);
static_assert(score_of(-128, -128) == 1010 && score_of(127, 127) == 1040);
static_assert(boosted_trees<2>{one_turned.bytes, 0, -7}.score(one_turned.bytes) == -7, "no tree: the bias alone");
static_assert(tree_evidence<3>()[1] == 0, "not set");

constexpr int kept(int value) {
    tree_evidence<1> evidence;
    evidence.set(0, value);
    return evidence[0];
}
static_assert(kept(-100000) == -128 && kept(-129) == -128 && kept(-128) == -128 && kept(-1) == -1 && kept(127) == 127 && kept(128) == 127 && kept(100000) == 127);

constexpr int kept_byte(std::uint8_t value) {
    tree_evidence<1> evidence;
    evidence.set(0, value);
    return evidence[0];
}
static_assert(kept_byte(0) == 0 && kept_byte(127) == 127 && kept_byte(128) == 127 && kept_byte(255) == 127);

std::vector<std::uint8_t> turned(const std::vector<std::int8_t>& bytes, int depth) {
    std::vector<std::uint8_t> to(bytes.size());
    switch (depth) {
        case 1: turn_trees<1>(bytes.data(), bytes.size(), to.data()); break;
        case 2: turn_trees<2>(bytes.data(), bytes.size(), to.data()); break;
        case 3: turn_trees<3>(bytes.data(), bytes.size(), to.data()); break;
        case 4: turn_trees<4>(bytes.data(), bytes.size(), to.data()); break;
        default: turn_trees<6>(bytes.data(), bytes.size(), to.data()); break;
    }
    return to;
}

/// Node by node, level by level: the node to the left of `i` is 2i + 1, to the right 2i + 2.
int by_walking(const std::vector<std::int8_t>& bytes, int bias, int depth, const std::vector<int>& evidence) {
    const std::size_t nodes = (std::size_t{1} << depth) - 1, tree_bytes = 3 * nodes + 1;
    int sum = bias;
    for (std::size_t tree = 0; tree < bytes.size(); tree += tree_bytes) {
        std::size_t node = 0;
        for (int level = 0; level < depth; ++level) {
            const bool right = evidence[static_cast<std::size_t>(bytes[tree + 2 * node])] > bytes[tree + 2 * node + 1];
            node = 2 * node + (right ? 2 : 1);
        }
        sum += bytes[tree + 2 * nodes + (node - nodes)];
    }
    return sum;
}

template <int Depth>
void check_random(samples::random& random) {
    constexpr int names = 20;
    const std::size_t trees = random.below(12);
    std::vector<std::int8_t> bytes;
    for (std::size_t tree = 0; tree < trees; ++tree) {
        for (unsigned node = 0; node < boosted_trees<Depth>::nodes; ++node) {
            bytes.push_back(static_cast<std::int8_t>(random.below(std::size_t{names})));
            bytes.push_back(static_cast<std::int8_t>(static_cast<int>(random.below(7)) - 3));
        }
        for (unsigned leaf = 0; leaf <= boosted_trees<Depth>::nodes; ++leaf) bytes.push_back(static_cast<std::int8_t>(static_cast<int>(random.below(256)) - 128));
    }
    REQUIRE(bytes.size() == trees * boosted_trees<Depth>::tree_bytes);
    std::vector<int> plain;
    tree_evidence<names> evidence;
    for (int name = 0; name < names; ++name) {
        plain.push_back(static_cast<int>(random.below(9)) - 4);
        evidence.put(name, plain.back());
    }
    const std::vector<std::uint8_t> table = turned(bytes, Depth);
    const boosted_trees<Depth> model{table.data(), table.size(), 17};
    REQUIRE(model.score(evidence.data()) == by_walking(bytes, 17, Depth, plain));
    REQUIRE(model.refined(-5, 1 << 20, evidence.data()) == model.score(evidence.data()) - 5);
    REQUIRE(model.count() == trees);
}

TEST_CASE("boosted trees: what is clear is not refined") {
    std::vector<std::int8_t> bytes;
    for (int tree = 0; tree < 100; ++tree) bytes.insert(bytes.end(), std::begin(one_tree), std::end(one_tree));
    const std::vector<std::uint8_t> table = turned(bytes, 2);
    const boosted_trees<2> model{table.data(), table.size(), 7};
    tree_evidence<2> named;  // 10 a tree
    named.put(1, -3);
    const std::uint8_t* const evidence = named.data();
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

template <int Count, int Depth, std::size_t Size>
void check_shipped(const boosted_trees<Depth>& model, const std::int8_t (&trees)[Size]) {
    const std::vector<std::int8_t> bytes(trees, trees + Size);
    REQUIRE(model.size == Size);
    REQUIRE(Size % boosted_trees<Depth>::tree_bytes == 0);
    for (std::size_t tree = 0; tree < Size; tree += boosted_trees<Depth>::tree_bytes) {
        for (unsigned node = 0; node < boosted_trees<Depth>::nodes; ++node) {
            REQUIRE(bytes[tree + 2 * node] >= 0);
            REQUIRE(bytes[tree + 2 * node] < Count);
        }
    }
    samples::random random(5);
    for (int round = 0; round < 20; ++round) {
        std::vector<int> plain;
        tree_evidence<Count> evidence;
        for (int name = 0; name < Count; ++name) {
            plain.push_back(static_cast<int>(random.below(256)) - 128);
            evidence.put(name, plain.back());
        }
        REQUIRE(model.score(evidence.data()) == by_walking(bytes, model.bias, Depth, plain));
    }
}

TEST_CASE("boosted trees: the shipped models ask for evidence that there is") {
    using namespace galley::detail::page;
    check_shipped<ev_first_count>(first_model, first_trees);  // it decides before the rest is gathered
    check_shipped<evidence_count>(second_model, second_trees);
#if !GALLEY_MODEL_LITE
    check_shipped<evidence_count>(third_model, third_trees);
#endif
    check_shipped<joint_evidence_count>(joint_model, joint_trees);
    check_shipped<hangul_evidence_count>(hangul_model, hangul_trees);
}

}  // namespace
