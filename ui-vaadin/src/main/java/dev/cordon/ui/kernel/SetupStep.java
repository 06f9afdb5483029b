package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.people.Permission;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a feature contributes to setting Cordon up. Whether it is done is read from what there is,
 * so that it can be left at any time and gone on with by somebody else.
 *
 * @param id its texts are {@code setup.ID} and {@code setup.ID.what}
 * @param order smallest first
 * @param needed without it the step is not there
 * @param content what to do, made anew whenever something was done
 */
public record SetupStep(
        String id,
        int order,
        Permission needed,
        BooleanSupplier done,
        Supplier<Component> content) {}
