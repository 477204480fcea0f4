package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Run;
import java.util.List;

/// A row of the page: the same drawing for each run, side by side.
interface Chart {

    String title();

    List<Key> keys();

    /// A few figures above a run's drawing.
    String caption(Run run);

    Element draw(Run run, double width);

    /// What a color means.
    record Key(String style, String text) {}
}
