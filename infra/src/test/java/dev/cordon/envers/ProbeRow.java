package dev.cordon.envers;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** A row with everything a row may want to hold. */
@Entity
@Audited
class ProbeRow {

    @Embeddable
    record Size(Integer width, Integer height) {}

    @Id UUID id;
    @Version long version;
    String word;
    @Embedded Size size;

    @ElementCollection(fetch = FetchType.EAGER)
    Set<String> tags = new HashSet<>();

    @OneToMany(
            mappedBy = "probe",
            cascade = CascadeType.ALL,
            orphanRemoval = true,
            fetch = FetchType.EAGER)
    Set<ProbePartRow> parts = new HashSet<>();

    protected ProbeRow() {}

    ProbeRow(UUID id, String word, Size size, List<String> tags, List<UUID> parts) {
        this.id = id;
        this.word = word;
        this.size = size;
        this.tags.addAll(tags);
        this.parts.addAll(
                parts.stream()
                        .map(part -> new ProbePartRow(part, this))
                        .collect(Collectors.toSet()));
    }
}
