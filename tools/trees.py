"""Sums of small complete decision trees over signed bytes: fitting, packing, scoring. As detail/boosted_trees.hpp reads them.
Needs numpy and scikit-learn."""
import copy

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

SCALE = 64                      # scores are in 64ths of a logit


class Trees:
    """`trees` complete trees of `depth`: (evidence, thresholds, leaves), each a row a tree, level by level"""

    def __init__(self, model, depth):
        self.depth, self.nodes = depth, 2 ** depth - 1
        self.bias = round(float(numpy.ravel(model._baseline_prediction)[0]) * SCALE)
        packed = [self.complete(predictor.nodes) for (predictor,) in model._predictors]
        self.evidence, self.thresholds, self.leaves = (numpy.array([t[i] for t in packed], dtype=numpy.int64) for i in range(3))

    def complete(self, nodes):
        """a leaf above the lowest level stands below a node that cannot be passed to the right, again and again"""
        evidence, thresholds = [0] * self.nodes, [127] * self.nodes
        leaves = [0] * (self.nodes + 1)

        def put(place, at):
            n = nodes[at]
            if place >= self.nodes:
                leaves[place - self.nodes] = max(-127, min(127, round(float(n['value']) * SCALE)))
            elif n['is_leaf']:
                put(2 * place + 1, at)
                put(2 * place + 2, at)
            else:
                evidence[place], thresholds[place] = int(n['feature_idx']), int(numpy.floor(n['num_threshold']))
                put(2 * place + 1, n['left'])
                put(2 * place + 2, n['right'])

        put(0, 0)
        return evidence, thresholds, leaves

    def head(self, count):
        """the first trees alone: a smaller model"""
        other = copy.copy(self)
        other.evidence, other.thresholds, other.leaves = self.evidence[:count], self.thresholds[:count], self.leaves[:count]
        return other

    def score(self, rows):
        total = numpy.full(len(rows), self.bias, dtype=numpy.int32)
        which = numpy.arange(len(rows))
        for evidence, thresholds, leaves in zip(self.evidence, self.thresholds, self.leaves):
            node = numpy.zeros(len(rows), dtype=numpy.int64)
            for _ in range(self.depth):
                node = 2 * node + 1 + (rows[which, evidence[node]] > thresholds[node])
            total += leaves[node - self.nodes].astype(numpy.int32)
        return total

    def bytes(self):
        """a list of signed bytes for each tree"""
        return [[int(v) for pair in zip(e, t) for v in pair] + [int(v) for v in l]
                for e, t, l in zip(self.evidence, self.thresholds, self.leaves)]

    def declaration(self, name, first=0, bias=None):
        """the C++ of the trees from `first` on"""
        trees = ['%s,' % ', '.join(map(str, tree)) for tree in self.bytes()[first:]]
        rows = ['    ' + ' '.join(trees[i:i + 2]) for i in range(0, len(trees), 2)]
        return (('inline constexpr std::int8_t {0}_trees[] = {{\n{1}\n}};\n\n'
                 'inline constexpr turned_trees<{2}, sizeof {0}_trees> {0}_turned({0}_trees);\n'
                 'inline constexpr boosted_trees<{2}> {0}_model{{{0}_turned.bytes, sizeof {0}_turned.bytes, {3}}};\n')
                .format(name, '\n'.join(rows), self.depth, self.bias if bias is None else bias))


def fit(rows, labels, weights, trees, depth, rate=0.2):
    model = HistGradientBoostingClassifier(max_iter=trees, max_depth=depth, max_leaf_nodes=2 ** depth, learning_rate=rate, min_samples_leaf=25,
                                           l2_regularization=1.0, early_stopping=False, random_state=0)
    return Trees(model.fit(rows, labels, sample_weight=weights), depth)
