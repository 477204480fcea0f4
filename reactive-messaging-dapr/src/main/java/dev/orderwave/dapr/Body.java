package dev.orderwave.dapr;

import io.netty.buffer.ByteBuf;

/// Takes in the body of one request, on the event loop of its connection.
interface Body {
    /// Takes in nothing.
    Body FORGOTTEN = new Body() {
        @Override
        public void append(ByteBuf part) {
            // Whoever did not ask for a body has no use for it.
        }

        @Override
        public void end() {
            // The same.
        }

        @Override
        public void breakOff() {
            // The same.
        }
    };

    /// @param part only lent
    void append(ByteBuf part);

    /// It is whole.
    void end();

    /// It ended too early; nothing more will come.
    void breakOff();
}
