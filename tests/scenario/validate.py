"""Validates JSON documents against a JSON Schema.

Usage: validate.py SCHEMA DOCUMENTS
DOCUMENTS is a JSON list; the answer is a JSON list of the same length that holds, for each
document, null or what is wrong with it.
"""

import json
import sys

import jsonschema


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        documents = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    faults = []
    for document in documents:
        error = next(validator.iter_errors(document), None)
        faults.append(error and f"{error.json_path}: {error.message[:300]}")
    json.dump(faults, sys.stdout)


if __name__ == "__main__":
    main()
