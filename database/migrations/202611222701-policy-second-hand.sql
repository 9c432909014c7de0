-- Whoever proposed a setting wrote down number and name of a text that nobody attached: it was told of, not read.
update policy.decision set confidence = 'second-hand' where proposed_by is not null and confidence = 'read';
