using System.Globalization;
using System.Text;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>The static fields that hold receivers and arguments, and the methods that make their values, shared by all cases.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Recipe> _recipes = [];
    private readonly List<int> _slots = [];

    /// <summary>What names the field for the nth value of a recipe in one call.</summary>
    public string Name(Recipe recipe, int slot)
    {
        int number = Number(recipe);
        _slots[number] = Math.Max(_slots[number], slot);
        return $"{number}_{slot}";
    }

    /// <summary>What recipes have in common that fill their fields alike.</summary>
    public int Number(Recipe recipe)
    {
        string key = $"{recipe.Field} {string.Join(" | ", recipe.Values)}";
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _numbers[key] = _recipes.Count;
            _recipes.Add(recipe);
            _slots.Add(1);
        }

        return number;
    }

    /// <summary>The fields as a class: all that the analyzer has to see.</summary>
    public string Declarations()
    {
        var text = new StringBuilder("namespace LibraryCalls;\ninternal static class Held\n{\n");
        foreach ((int number, int slot) in All())
        {
            text.Append(CultureInfo.InvariantCulture, $"    public static {_recipes[number].Field} F{number}_{slot};\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>What fills them: a method for each, which takes the number of the value.</summary>
    public string Fillers()
    {
        var text = new StringBuilder("namespace LibraryCalls;\ninternal static class Fillers\n{\n");
        foreach ((int number, int slot) in All())
        {
            text.Append(CultureInfo.InvariantCulture, $"    public static void Fill{number}_{slot}(int k) => Held.F{number}_{slot} = Make{number}(k);\n");
        }

        for (int number = 0; number < _recipes.Count; number++)
        {
            Recipe recipe = _recipes[number];
            text.Append(CultureInfo.InvariantCulture, $"    private static {recipe.Field} Make{number}(int k)\n    {{\n        switch (k % {recipe.Values.Length})\n        {{\n");
            for (int k = 0; k < recipe.Values.Length; k++)
            {
                string label = k == recipe.Values.Length - 1 ? "default" : $"case {k}";
                text.Append(CultureInfo.InvariantCulture, $"            {label}: return {recipe.Values[k]};\n");
            }

            text.Append("        }\n    }\n");
        }

        return text.Append("}\n").ToString();
    }

    private IEnumerable<(int Number, int Slot)> All()
        => _slots.SelectMany(static (slots, number) => Enumerable.Range(1, slots).Select(slot => (number, slot)));
}
