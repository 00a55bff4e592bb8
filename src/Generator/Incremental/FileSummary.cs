using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TopHalf.Generator;

/// <summary>What a file declares. Holds no syntax: it outlives the compilation that it was made from.</summary>
/// <param name="types">Its types and namespaces.</param>
/// <param name="globalHash">Of what any driver may depend on without a word: global usings, types within our namespace.</param>
/// <param name="globalMentions">The names in global usings.</param>
internal sealed class FileSummary(TypeSummary[] types, ulong globalHash, HashSet<string> globalMentions)
{
    /// <summary>The <see cref="GlobalHash"/> of most files.</summary>
    public static readonly ulong NothingGlobal = new TextHash().Value;

    // A keystroke replaces the tree of one file. The summaries of all others are found by their tree's identity.
    private static readonly ConditionalWeakTable<SyntaxTree, FileSummary> Known = new();

    public TypeSummary[] Types { get; } = types;

    public ulong GlobalHash { get; } = globalHash;

    public HashSet<string> GlobalMentions { get; } = globalMentions;

    public static FileSummary Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out FileSummary? summary))
        {
            FileSummary made = SummaryReader.Read(tree.GetRoot(cancellationToken));
            // Where two threads read the same file, both get the same summary, which is compared by reference.
            summary = Known.GetValue(tree, _ => made);
        }

        return summary;
    }

    /// <summary>Whether nobody in another file sees a difference.</summary>
    public bool IsSame(FileSummary other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (GlobalHash != other.GlobalHash || Types.Length != other.Types.Length)
        {
            return false;
        }

        for (int i = 0; i < Types.Length; i++)
        {
            if (!Types[i].IsSame(other.Types[i]))
            {
                return false;
            }
        }

        return true;
    }
}
