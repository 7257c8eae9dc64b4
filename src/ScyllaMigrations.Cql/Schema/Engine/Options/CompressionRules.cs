using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The `compression` option of Cassandra (5.0.6 tried).</summary>
internal static class CompressionRules
{
    internal const string Package = "org.apache.cassandra.io.compress.";
    private const string Chunk = "chunk_length_in_kb";
    private const string Ratio = "min_compress_ratio";

    public static PersistentMap<string, string> Canonical(PersistentMap<string, string> given, CqlDialect dialect)
    {
        if (given.Count == 0 || (given.Find("enabled") is { } on && !IsTrue(on)))
        {
            return given.Count > 1
                ? throw Refusal.Config("If the 'enabled' option is set to false no other options must be specified", "enabled")
                : PersistentMap.OfText(("enabled", "false"));
        }

        string name = given.Find("class")
            ?? throw Refusal.Config("Missing sub-option 'class' for the 'compression' option.", "compression");
        if (name.Length == 0)
        {
            throw Refusal.Config("The 'class' option must not be empty. To disable compression use 'enabled' : false", "class");
        }

        string compressor = ClassNames.Short(name, Package);
        PersistentMap<string, string> stored = PersistentMap.OfText(("class", compressor))
            .Set(Chunk, ChunkLength(given.Find(Chunk), dialect));
        if (given.Find(Ratio) is { } ratio && CheckRatio(ratio) > 0)
        {
            stored = stored.Set(Ratio, OptionText.Of(CheckRatio(ratio)));
        }

        foreach (KeyValuePair<string, string> option in given)
        {
            stored = option.Key is "class" or "enabled" or Chunk or Ratio ? stored : stored.Set(option.Key, option.Value);
        }

        CheckCompressor(compressor, stored, dialect);
        return stored;
    }

    private static bool IsTrue(string text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static string ChunkLength(string? text, CqlDialect dialect)
    {
        if (text is null)
        {
            return dialect.Is(ServerProduct.Cassandra, 4, 0) ? "16" : "64";
        }

        if (!OptionText.TryInteger(text, out long length) || length is > int.MaxValue or < int.MinValue)
        {
            throw Refusal.Config($"Invalid value for {Chunk}", Chunk);
        }

        if (length > int.MaxValue / 1024)
        {
            throw Refusal.Config($"Value of {Chunk} is too large ({text})", Chunk);
        }

        if (length <= 0)
        {
            throw Refusal.Config($"Invalid negative or null {Chunk}", Chunk);
        }

        return (length & (length - 1)) == 0 ? OptionText.Of((int)length) : throw Refusal.Config($"{Chunk} must be a power of 2", Chunk);
    }

    private static double CheckRatio(string text)
    {
        if (!OptionText.TryDouble(text, out double ratio))
        {
            throw Refusal.Config($"Invalid value for {Ratio}", Ratio);
        }

        return ratio is 0 or >= 1 ? ratio : throw Refusal.Config($"{Ratio} can either be 0 or greater than or equal to 1", Ratio);
    }

    private static void CheckCompressor(string compressor, PersistentMap<string, string> options, CqlDialect dialect)
    {
        string[] known = compressor switch
        {
            "LZ4Compressor" => ["lz4_compressor_type", "lz4_high_compressor_level"],
            "ZstdCompressor" => ["compression_level"],
            "SnappyCompressor" or "DeflateCompressor" or "NoopCompressor" => [],
            _ when compressor.Contains(".") && dialect.Features.ForeignClasses => [.. options.Keys],
            _ => throw Refusal.Config(
                $"Could not create Compression for type {(compressor.Contains(".") ? string.Empty : Package)}{compressor}", "class"),
        };
        List<string> unknown = [.. options.Keys.Where(k => k is not ("class" or Chunk or Ratio) && !known.Contains(k))];
        CheckLz4(compressor, options);
        CheckZstd(compressor, options);
        if (unknown.Count > 0)
        {
            throw Refusal.Config("Unknown compression options " + string.Join(", ", unknown), unknown[0]);
        }
    }

    private static void CheckLz4(string compressor, PersistentMap<string, string> options)
    {
        if (compressor != "LZ4Compressor")
        {
            return;
        }

        if (options.Find("lz4_compressor_type") is { } type && type is not ("high" or "fast"))
        {
            throw Refusal.Config(
                $"Invalid compressor type '{type}' specified for LZ4 parameter 'lz4_compressor_type'. Valid options are [high, fast].",
                "lz4_compressor_type");
        }

        if (options.Find("lz4_high_compressor_level") is { } level
            && (!OptionText.TryInteger(level, out long number) || number is < 1 or > 17))
        {
            throw Refusal.Config(
                $"Invalid value [{level}] for parameter 'lz4_high_compressor_level'. Value must be between 1 and 17.",
                "lz4_high_compressor_level");
        }
    }

    private static void CheckZstd(string compressor, PersistentMap<string, string> options)
    {
        if (compressor != "ZstdCompressor" || options.Find("compression_level") is not { } level)
        {
            return;
        }

        if (!OptionText.TryInteger(level, out long number))
        {
            throw Refusal.Config(
                $"ZstdCompressor.create() threw an error: java.lang.NumberFormatException For input string: \"{level}\"", "compression_level");
        }

        if (number is < -131072 or > 22)
        {
            throw Refusal.Config(
                $"ZstdCompressor.create() threw an error: java.lang.IllegalArgumentException compression_level={level} is invalid",
                "compression_level");
        }
    }
}
