package dev.cordon.domain.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int LARGEST = 200;

    /** The eight leaves of the test tree that Certificate Transparency's own library publishes. */
    private static final List<String> PUBLISHED =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> PUBLISHED_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final Tree TREE = new Tree(LARGEST);

    @Test
    void thePublishedTreeHasItsPublishedRoots() {
        var frontier = Frontier.EMPTY;
        var roots = new ArrayList<String>();

        for (var leaf : PUBLISHED) {
            var entry = HexFormat.of().parseHex(leaf);
            frontier = frontier.append(MerkleHash.leaf(entry), _ -> {});
            roots.add(frontier.root().hex());
        }

        assertThat(roots).isEqualTo(PUBLISHED_ROOTS);
        assertThat(Frontier.EMPTY.root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aLeafOfThePublishedTreeHasItsPublishedProof() {
        var tree = new Tree(PUBLISHED.stream().map(HexFormat.of()::parseHex).toList());

        var proof = InclusionProof.of(5, 8, tree);

        assertThat(proof.path())
                .extracting(Sha256::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyLeafOfEveryTreeHasAProofThatLeadsToItsRoot() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int at = 0; at < size; at++) {
                var proof = InclusionProof.of(at, size, TREE);

                assertThat(proof.leads(TREE.at(0, at), TREE.plainRoot(0, size)))
                        .as("%d of %d", at, size)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTreeIsConsistentWithEveryEarlierOne() {
        for (int to = 1; to <= LARGEST; to++) {
            for (int from = 1; from <= to; from++) {
                var proof = ConsistencyProof.of(from, to, TREE);

                assertThat(proof.holds(TREE.plainRoot(0, from), TREE.plainRoot(0, to)))
                        .as("%d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void aFrontierReadFromTheStoredTreeIsTheOneThatGrew() {
        var grown = Frontier.EMPTY;

        for (int size = 1; size <= LARGEST; size++) {
            grown = grown.append(TREE.at(0, size - 1), _ -> {});

            assertThat(Frontier.of(size, TREE)).isEqualTo(grown);
            assertThat(grown.root()).isEqualTo(TREE.plainRoot(0, size));
        }
    }

    @Property(tries = 500)
    void aProofOfAnotherLeafOrWithAnotherHashLeadsNowhere(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @IntRange(min = 0, max = LARGEST - 1) int place,
            @ForAll @IntRange(min = 0, max = 255) int bit) {
        int at = place % size;
        var proof = InclusionProof.of(at, size, TREE);
        var root = TREE.plainRoot(0, size);
        var leaf = TREE.at(0, at);
        int which = bit % proof.path().size();

        assertThat(proof.leads(TREE.at(0, (at + 1) % size), root)).isFalse();
        assertThat(proof.leads(flip(leaf, bit), root)).isFalse();
        assertThat(proof.leads(leaf, flip(root, bit))).isFalse();
        assertThat(with(proof, flipped(proof.path(), which, bit)).leads(leaf, root)).isFalse();
        assertThat(with(proof, without(proof.path())).leads(leaf, root)).isFalse();
        assertThat(with(proof, longer(proof.path(), root)).leads(leaf, root)).isFalse();
        assertThat(new InclusionProof((at + 1) % size, size, proof.path()).leads(leaf, root))
                .isFalse();
        assertThat(new InclusionProof(size, size, proof.path()).leads(leaf, root)).isFalse();
    }

    @Property(tries = 500)
    void aTreeThatWasRewrittenIsConsistentWithNothingEarlier(
            @ForAll @IntRange(min = 2, max = LARGEST) int to,
            @ForAll @IntRange(min = 1, max = LARGEST) int earlier,
            @ForAll @IntRange(min = 0, max = 255) int bit) {
        int from = earlier % (to - 1) + 1;
        var proof = ConsistencyProof.of(from, to, TREE);
        var before = TREE.plainRoot(0, from);
        var after = TREE.plainRoot(0, to);
        var altered = flipped(proof.path(), bit % proof.path().size(), bit);

        assertThat(proof.holds(flip(before, bit), after)).isFalse();
        assertThat(proof.holds(before, flip(after, bit))).isFalse();
        assertThat(new ConsistencyProof(from, to, altered).holds(before, after)).isFalse();
        assertThat(new ConsistencyProof(from, to, without(proof.path())).holds(before, after))
                .isFalse();
        assertThat(new ConsistencyProof(from, to, longer(proof.path(), after)).holds(before, after))
                .isFalse();
        assertThat(new ConsistencyProof(to, from, proof.path()).holds(before, after)).isFalse();
    }

    private static InclusionProof with(InclusionProof proof, List<Sha256> path) {
        return new InclusionProof(proof.position(), proof.size(), path);
    }

    private static List<Sha256> flipped(List<Sha256> path, int which, int bit) {
        var changed = new ArrayList<>(path);
        changed.set(which, flip(changed.get(which), bit));
        return changed;
    }

    private static List<Sha256> without(List<Sha256> path) {
        return path.subList(0, path.size() - 1);
    }

    private static List<Sha256> longer(List<Sha256> path, Sha256 more) {
        var changed = new ArrayList<>(path);
        changed.add(more);
        return changed;
    }

    private static Sha256 flip(Sha256 hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Sha256.ofDigest(bytes);
    }

    /** A tree by the definition, from its leaves each time. */
    private static final class Tree implements Nodes {

        private final List<Sha256> leaves;

        Tree(int size) {
            this(
                    java.util.stream.IntStream.range(0, size)
                            .mapToObj(i -> new byte[] {(byte) i, 7})
                            .toList());
        }

        Tree(List<byte[]> entries) {
            leaves = entries.stream().map(MerkleHash::leaf).toList();
        }

        @Override
        public Sha256 at(int level, long index) {
            return plainRoot((int) (index << level), (int) (index + 1 << level));
        }

        private final java.util.Map<Integer, Sha256> known = new java.util.HashMap<>();

        Sha256 plainRoot(int from, int to) {
            if (to - from == 1) {
                return leaves.get(from);
            }
            var known = this.known.get(from * 1000 + to);
            if (known != null) {
                return known;
            }
            int left = 1;
            while (left * 2 < to - from) {
                left *= 2;
            }
            var root = MerkleHash.node(plainRoot(from, from + left), plainRoot(from + left, to));
            this.known.put(from * 1000 + to, root);
            return root;
        }
    }
}
