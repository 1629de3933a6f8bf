from citypeers.core.deeds import recorded

recorded("data_export", "data.exported")
