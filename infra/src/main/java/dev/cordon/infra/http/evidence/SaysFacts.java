package dev.cordon.infra.http.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the headers that {@link UploadFacts} reads, wherever evidence is handed in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = UploadFacts.TITLE, in = ParameterIn.HEADER, required = true)
@Parameter(name = UploadFacts.SOURCE, in = ParameterIn.HEADER, required = true)
@Parameter(name = UploadFacts.PURPOSE, in = ParameterIn.HEADER, required = true)
@Parameter(name = UploadFacts.KIND, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.TAKEN_AT, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.TOOL, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.TAKING, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.CLOCK_DRIFT, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.COVERS_FROM, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.COVERS_TO, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.COVERS, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.SUSPECTED, in = ParameterIn.HEADER)
@Parameter(name = UploadFacts.LEAVE_CARDS, in = ParameterIn.HEADER)
@interface SaysFacts {}
