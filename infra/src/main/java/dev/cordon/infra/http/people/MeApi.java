package dev.cordon.infra.http.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.people.Permission;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/me")
@Tag(name = "people")
class MeApi {

    private final Caller caller;

    MeApi(Caller caller) {
        this.caller = caller;
    }

    /** Whose token it is, and what it permits right now. */
    record MeJson(String name, List<Permission> permissions) {}

    @GetMapping
    @Operation(summary = "Says whose token this is and what it permits right now")
    MeJson me() {
        return new MeJson(
                caller.actor().name(),
                Arrays.stream(Permission.values()).filter(caller::may).toList());
    }
}
