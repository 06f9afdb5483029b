package dev.cordon.architecture.probe.ui.breach;

public class PrintsFromAView {
    void show(String text) {
        System.out.println(text);
    }
}
