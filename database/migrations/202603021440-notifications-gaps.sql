-- What fills the gaps of a message, so that it can be read in another language than the one it was sent in.
alter table notifications.message add gaps_sealed bytea;
