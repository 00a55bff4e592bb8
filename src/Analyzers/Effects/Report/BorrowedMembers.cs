using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TopHalf.Analyzers.Effects;

/// <summary>Methods of a base class with which a derived class implements an interface under a contract.</summary>
internal static class BorrowedMembers
{
    public static void Analyze(SymbolAnalysisContext context, EffectModel model, ConcurrentDictionary<ISymbol, bool> proven)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.Interfaces.IsEmpty || type.BaseType is not { SpecialType: SpecialType.None })
        {
            return;
        }

        foreach (IMethodSymbol member in type.AllInterfaces.SelectMany(static i => i.GetMembers()).OfType<IMethodSymbol>())
        {
            if (!model.Contracts.IsChecked(member)
                || type.FindImplementationForInterfaceMember(member) is not IMethodSymbol { IsAbstract: false, ContainingType.TypeKind: TypeKind.Class } method
                || SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
                || model.Contracts.IsUnsafe(method) || model.Contracts.IsChecked(method)
                || !proven.TryAdd(method.OriginalDefinition, true))
            {
                continue;
            }

            if (model.IsSource(method))
            {
                Roots.Prove(model.GetCode(method, Env.Empty), model, context.ReportDiagnostic, context.CancellationToken);
            }
            else if (model.UserTable.Find(method) is { } known)
            {
                model.UsedIds[known.Id] = true;
            }
            else
            {
                string name = Names.Of(method, method.ContainingType, null);
                context.ReportDiagnostic(Diagnostic.Create(
                    EffectRules.OtherAssembly, type.Locations[0], type.Name,
                    $"{name} (implements {Names.Of(member, member.ContainingType, null)}, and its code is in {method.ContainingAssembly.Name}; a line in InterruptEffects.txt would prove it)"));
            }
        }
    }
}
