using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Whether there can be a delegate type under a contract at all. Only then is every delegate that is made looked at, for which the
/// compiler has to hand over the operations of all code.
/// </summary>
internal static class SafeDelegates
{
    // What is found in a text or in an assembly stays true, from one keystroke to the next.
    private static readonly ConditionalWeakTable<SyntaxTree, object> Trees = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Assemblies = new();

    /// <summary>Whether a delegate declaration has an attribute, or a referenced assembly that knows TopHalf has a delegate with the contract.</summary>
    public static bool CanExist(Compilation compilation, Contracts contracts, CancellationToken cancellation)
        => compilation.SyntaxTrees.Any(tree => (bool)Trees.GetValue(tree, t => HasCandidate(t.GetRoot(cancellation))))
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => (bool)Assemblies.GetValue(assembly, a => HasDelegate(a, contracts)));

    private static bool HasCandidate(SyntaxNode root)
        => root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .Any(static n => n is DelegateDeclarationSyntax { AttributeLists.Count: > 0 });

    private static bool HasDelegate(IAssemblySymbol assembly, Contracts contracts)
    {
        bool knows = assembly.Name == KnownNames.Namespace || assembly.Modules.Any(static m => m.ReferencedAssemblies.Any(static r => r.Name == KnownNames.Namespace));
        if (!knows)
        {
            return false;
        }

        var containers = new Stack<INamespaceOrTypeSymbol>();
        containers.Push(assembly.GlobalNamespace);
        while (containers.Count > 0)
        {
            foreach (INamespaceOrTypeSymbol member in containers.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type && contracts.IsChecked(type))
                {
                    return true;
                }

                containers.Push(member);
            }
        }

        return false;
    }
}
