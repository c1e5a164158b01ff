package dossier.search;

/**
 * What every engine does. A test class of an engine implements it, says how to open one, and
 * inherits all tests.
 */
public interface EngineContract
    extends KeepingContract,
        RevisingContract,
        FindingContract,
        NamesContract,
        LanguageContract,
        CountingContract,
        PagingContract,
        WalkingContract,
        DiscoveryContract,
        SweepingContract,
        ChronicleContract,
        VersionsContract,
        QuotingContract {}
