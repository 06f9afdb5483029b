package dev.cordon.infra.http;

import dev.cordon.domain.kernel.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers below the API's paths where nothing lies; else the console would, with a page. */
@RestController
@Hidden
class NothingHere {

    @RequestMapping({"/api/**", "/ingest/**"})
    void nothing() {
        throw new NotFound("that address");
    }
}
