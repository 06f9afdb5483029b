package dev.cordon.ui.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.EndMirror;
import dev.cordon.application.store.MirrorQueries;
import dev.cordon.application.store.SetMirror;
import org.springframework.stereotype.Component;

/** What can be read of mirrors and done about them, in one piece for the page. */
@Component
record MirrorActions(MirrorQueries queries, SetMirror set, EndMirror end, Caller caller) {}
