namespace TopHalf.Effects;

/// <summary>What a reviewed line is about, which is also the file that it stands in.</summary>
internal enum CorrectionSource
{
    /// <summary>LibraryEffects.txt: a public member that is computed, and does something else.</summary>
    Corrected,

    /// <summary>UnreadEffects.txt: what is not computed, of assemblies that the table leaves out and of abstract members.</summary>
    Unread,

    /// <summary>InternalEffects.txt: what is behind public members.</summary>
    Internal,
}
