from citypeers.domain.coaching.offers import leaving as leaving  # it has its say when an account ends
