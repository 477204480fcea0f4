package dev.orderwave.processor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/// An output that keeps what it was sent, and answers as the test says.
final class RecordingOutput implements Emitter<byte[]> {
    final List<Message<byte[]>> received = new CopyOnWriteArrayList<>();
    private final Consumer<Message<byte[]>> answer;

    private RecordingOutput(Consumer<Message<byte[]>> answer) {
        this.answer = answer;
    }

    static RecordingOutput accepting() {
        return new RecordingOutput(Message::ack);
    }

    static RecordingOutput failing() {
        return new RecordingOutput(message -> message.nack(new IllegalStateException("the queue is full")));
    }

    /// What it is part of is broken.
    static RecordingOutput broken(Error failure) {
        return new RecordingOutput(message -> {
            throw failure;
        });
    }

    /// It never answers by itself.
    static RecordingOutput stalled() {
        return new RecordingOutput(message -> {});
    }

    @Override
    @SuppressWarnings("unchecked")
    public <M extends Message<? extends byte[]>> void send(M message) {
        received.add((Message<byte[]>) message);
        answer.accept((Message<byte[]>) message);
    }

    @Override
    public CompletionStage<Void> send(byte[] payload) {
        throw new UnsupportedOperationException("payloads travel in messages here");
    }

    @Override
    public void complete() {}

    @Override
    public void error(Exception failure) {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean hasRequests() {
        return true;
    }
}
