//! The messages of the voice socket.
